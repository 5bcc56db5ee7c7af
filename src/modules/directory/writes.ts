// All writing SQL on regions and authorities: batches that change only what differs.
import type { Transaction } from '#database'
import type { Day } from '#kernel/dates.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AuthorityEntry } from './domain/authority.ts'
import { parentsOf, type Region, type Successor } from './domain/region.ts'
import { searchForm, shortName } from './domain/search-form.ts'

export interface ImportState {
  readonly source: string
  readonly contentHash: string
  readonly state: Day
  readonly takenOver: number
  readonly leftOut: number
  readonly isFinished: boolean
}

/** Writes regions; gives the number of rows that were new or different. */
export async function upsertRegions(transaction: Transaction, regions: readonly Region[]): Promise<number> {
  const rows = regions.map((region) => ({
    region_id: derivedId('region', region.ars),
    ars: region.ars,
    ags: region.ags,
    kind: region.kind,
    name: shortName(region.officialName),
    official_name: region.officialName,
    search_name: searchForm(shortName(region.officialName)),
    designation: region.designation,
    parents: parentsOf(region.ars),
    seat: region.seat,
    inhabitants: region.inhabitants,
    inhabitants_on: region.inhabitantsOn,
    area_hectares: region.areaHectares,
    latitude: region.latitude,
    longitude: region.longitude,
    valid_from: region.validFrom,
    valid_until: region.validUntil,
    validity_exact: region.isExact,
    note: region.note,
  }))
  const changed = await transaction.sql`
    insert into directory.region as known (region_id, ars, ags, kind, name, official_name, search_name, designation, parents, seat, inhabitants, inhabitants_on,
      area_hectares, latitude, longitude, valid_from, valid_until, validity_exact, note)
    select region_id, ars, ags, kind, name, official_name, search_name, designation, parents, seat, inhabitants, inhabitants_on,
      area_hectares, latitude, longitude, valid_from, valid_until, validity_exact, note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (region_id uuid, ars text, ags text, kind text, name text, official_name text, search_name text,
      designation text, parents text[], seat text, inhabitants integer, inhabitants_on date, area_hectares integer, latitude double precision,
      longitude double precision, valid_from date, valid_until date, validity_exact boolean, note text)
    on conflict (region_id) do update set ags = excluded.ags, kind = excluded.kind, name = excluded.name, official_name = excluded.official_name,
      search_name = excluded.search_name, designation = excluded.designation, parents = excluded.parents, seat = excluded.seat,
      inhabitants = coalesce(excluded.inhabitants, known.inhabitants), inhabitants_on = coalesce(excluded.inhabitants_on, known.inhabitants_on),
      area_hectares = coalesce(excluded.area_hectares, known.area_hectares), latitude = coalesce(excluded.latitude, known.latitude),
      longitude = coalesce(excluded.longitude, known.longitude), valid_from = least(excluded.valid_from, known.valid_from),
      valid_until = excluded.valid_until, validity_exact = excluded.validity_exact or known.validity_exact, note = coalesce(excluded.note, known.note)
    where (known.ags, known.kind, known.official_name, known.designation, known.seat, known.valid_until, known.search_name)
        is distinct from (excluded.ags, excluded.kind, excluded.official_name, excluded.designation, excluded.seat, excluded.valid_until, excluded.search_name)
      or known.valid_from > excluded.valid_from
      or (excluded.inhabitants is not null and (known.inhabitants, known.inhabitants_on) is distinct from (excluded.inhabitants, excluded.inhabitants_on))
      or (excluded.area_hectares is not null and known.area_hectares is distinct from excluded.area_hectares)
      or (excluded.latitude is not null and (known.latitude, known.longitude) is distinct from (excluded.latitude, excluded.longitude))
      or (excluded.note is not null and known.note is distinct from excluded.note)
    returning region_id`
  return changed.length + (await writePostalCodes(transaction, regions))
}

async function writePostalCodes(transaction: Transaction, regions: readonly Region[]): Promise<number> {
  const rows = regions.flatMap((region) =>
    (region.postalCodes ?? []).map(({ code, place = '', basis }) => ({
      region_id: derivedId('region', region.ars),
      postal_code: code,
      place,
      search_place: searchForm(place),
      basis,
    })),
  )
  const given = JSON.stringify(rows)
  const gone = await transaction.sql`
    delete from directory.region_postal_code old
    where old.basis = 'register' and old.region_id in (select region_id from jsonb_to_recordset(${given}::jsonb) as given (region_id uuid))
      and not exists (select from jsonb_to_recordset(${given}::jsonb) as given (region_id uuid, postal_code text)
        where given.region_id = old.region_id and given.postal_code = old.postal_code)
    returning old.postal_code`
  const added = await transaction.sql`
    insert into directory.region_postal_code (region_id, postal_code, place, search_place, basis)
    select region_id, postal_code, place, search_place, basis
    from jsonb_to_recordset(${given}::jsonb) as given (region_id uuid, postal_code text, place text, search_place text, basis text)
    on conflict do nothing
    returning postal_code`
  return gone.length + added.length
}

export async function upsertSuccessors(transaction: Transaction, successors: readonly Successor[]): Promise<number> {
  const rows = successors.map(({ ars, successor, effectiveOn, evidence, isUncertain }) => ({
    ars,
    successor_ars: successor,
    effective_on: effectiveOn,
    evidence,
    uncertain: isUncertain,
  }))
  const changed = await transaction.sql`
    insert into directory.region_successor as known (ars, successor_ars, effective_on, evidence, uncertain)
    select ars, successor_ars, effective_on, evidence, uncertain
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (ars text, successor_ars text, effective_on date, evidence text, uncertain boolean)
    on conflict (ars, successor_ars) do update set effective_on = excluded.effective_on, evidence = excluded.evidence, uncertain = excluded.uncertain
    where (known.effective_on, known.evidence, known.uncertain) is distinct from (excluded.effective_on, excluded.evidence, excluded.uncertain)
    returning known.ars`
  return changed.length
}

/** Ends the validity of regions of a Land that a newer state no longer has; gives their keys. */
export async function closeRegions(
  transaction: Transaction,
  land: string,
  kept: readonly string[],
  lastDay: Day,
): Promise<{ ars: string; ags: string | undefined; name: string }[]> {
  const rows = await transaction.sql<{ ars: string; ags: string | null; official_name: string }>`
    update directory.region set valid_until = greatest(${lastDay}::date, valid_from), validity_exact = false
    where valid_until is null and left(ars, 2) = ${land} and not (ars = any(${kept}::text[]))
    returning ars, ags, official_name`
  return rows.map((row) => ({ ars: row.ars, ags: row.ags ?? undefined, name: row.official_name }))
}

export async function upsertAuthorities(transaction: Transaction, entries: readonly AuthorityEntry[]): Promise<void> {
  const rows = entries.map(({ units, administeredBy, ...entry }) => ({
    ...entry,
    authority_id: derivedId('authority', entry.slug),
    search_name: searchForm(entry.name),
    administered_by: administeredBy === undefined ? undefined : derivedId('authority', administeredBy),
    units,
  }))
  await transaction.sql`
    insert into directory.authority as known (authority_id, slug, name, search_name, kind, level, ars, administered_by, address, hours, phone, email, theme, letterhead, demo, closed_on)
    select authority_id, slug, name, search_name, kind, level, ars, administered_by, address, hours, phone, email, theme, letterhead, demo, null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (authority_id uuid, slug text, name text, search_name text, kind text, level text, ars text,
      administered_by uuid, address jsonb, hours jsonb, phone text, email text, theme jsonb, letterhead jsonb, demo boolean)
    on conflict (authority_id) do update set name = excluded.name, search_name = excluded.search_name, kind = excluded.kind, level = excluded.level, ars = excluded.ars,
      administered_by = excluded.administered_by, address = excluded.address, hours = excluded.hours, phone = excluded.phone, email = excluded.email,
      theme = excluded.theme, letterhead = excluded.letterhead, demo = excluded.demo, closed_on = null`
  await transaction.sql`
    insert into directory.authority_unit (authority_id, key, position, name)
    select given.authority_id, unit.value->>'key', unit.position, unit.value->'name'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (authority_id uuid, units jsonb),
      jsonb_array_elements(given.units) with ordinality as unit (value, position)
    on conflict (authority_id, key) do update set position = excluded.position, name = excluded.name`
}

/** Authorities of regions that no data file names any longer: kept for their cases, shown to nobody new. */
export async function closeAuthorities(transaction: Transaction, land: string, kept: readonly string[], closedOn: Day): Promise<void> {
  await transaction.sql`
    update directory.authority set closed_on = ${closedOn}
    where closed_on is null and left(ars, 2) = ${land} and not (slug = any(${kept}::text[]))`
}

export async function writeImportState(transaction: Transaction, state: ImportState): Promise<void> {
  await transaction.sql`
    insert into directory.import_state (source, content_hash, state, taken_over, left_out, finished)
    values (${state.source}, ${state.contentHash}, ${state.state}, ${state.takenOver}, ${state.leftOut}, ${state.isFinished})
    on conflict (source) do update set content_hash = excluded.content_hash, state = excluded.state, taken_over = excluded.taken_over,
      left_out = excluded.left_out, finished = excluded.finished`
}
