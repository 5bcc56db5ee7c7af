// What the register's text keys (Textkennzeichen) mean, and a region made of a register record.
import type { RegisterRecord } from '#standards/gv100ad'
import type { Region } from './region.ts'

const designations: Readonly<Record<string, string>> = {
  '41': 'city',
  '42': 'city',
  '43': 'county',
  '44': 'county',
  '45': 'regional-union',
  '51': 'office',
  '52': 'joint',
  '53': 'joint',
  '54': 'joint',
  '55': 'parish-union',
  '56': 'joint',
  '57': 'joint',
  '58': 'fulfilling',
  '60': 'market-town',
  '61': 'independent-city',
  '62': 'town',
  '63': 'town',
  '64': 'municipality',
  '65': 'inhabited-unincorporated',
  '66': 'unincorporated',
  '67': 'market-town',
}

export function designationOf(record: RegisterRecord): string | undefined {
  return record.textKey === undefined ? undefined : designations[record.textKey]
}

/** An association record that only repeats a municipality which belongs to none (text key 50). */
export function isOwnUnion(record: RegisterRecord): boolean {
  return record.kind === 'association' && record.textKey === '50'
}

export function regionOfRecord(record: RegisterRecord): Region {
  const designation = designationOf(record)
  return {
    ars: record.ars,
    ...(record.ags === undefined ? {} : { ags: record.ags }),
    kind: record.kind,
    officialName: record.name,
    ...(designation === undefined ? {} : { designation }),
    ...(record.seat === undefined ? {} : { seat: record.seat }),
    ...(record.inhabitants === undefined ? {} : { inhabitants: record.inhabitants, inhabitantsOn: record.state }),
    ...(record.areaHectares === undefined ? {} : { areaHectares: record.areaHectares }),
    ...(record.postalCode === undefined ? {} : { postalCodes: [{ code: record.postalCode, basis: 'register' }] }),
    validFrom: record.state,
    isExact: false,
  }
}
