// What became of the Thuringian municipalities that stand in the register of 30.11.2023 and not in the list of 30.06.2026.
// The official lists name no successors. Each row says how we know; what is only likely says so.

export interface Merger {
  readonly gone: readonly string[]
  readonly successor: string
  readonly effectiveOn: string
  readonly isExact: boolean
  readonly isUncertain: boolean
  readonly evidence: string
}

const uder = ['007', '028', '065', '067', '068', '077', '084', '091', '096', '097', '111'].map((number) => `160615012${number}`)
const lastPossible = '2026-06-30'

export const mergers: readonly Merger[] = [
  row(
    uder,
    '160615051097',
    '2024-01-01',
    'the new AGS of Uder; of its union only two neighbours stayed municipalities; press, December 2023',
  ),
  row(['160760004004', '160765004084'], '160760094094', '2024-01-01', 'the new name joins both; press, December 2023'),
  row(['160645054058'], '160640076076', '2024-01-01', 'press, December 2023 (mdr.de); its union with Unstrut-Hainich is gone'),
  row(['160635006037'], '160640074074', '2024-01-01', 'press, December 2023 (mdr.de): Hallungen changes its district'),
  unsure(['160635006028'], '160635006104', 'press on the bill for 2024 (insuedthueringen.de): Frankenroda to Amt Creuzburg'),
  unsure(
    ['160665050073'],
    '160665050042',
    'press on the bill for 2024 (insuedthueringen.de): Sülzfeld to Meiningen, which had its administration',
  ),
  unsure(
    ['160615009039', '160615009049'],
    '160610045045',
    'press, November 2022 (tlz.de): joint request to merge with Heilbad Heiligenstadt',
  ),
  unsure(['160715008055', '160715008038'], '160715008056', 'mellingen-online.de, December 2024: both councils voted to join Mellingen'),
  unsure(['160645052055'], '160640074074', 'only other member of the union with Südeichsfeld, which is gone'),
  unsure(['160675054036'], '160675054092', 'Georgenthal had its administration'),
  unsure(['160775052003'], '160770043043', 'Schmölln had its administration, and the union is gone'),
  unsure(['160715008042'], '160715008056', 'neighbour in the same union; no proof found'),
]

function row(gone: readonly string[], successor: string, effectiveOn: string, evidence: string): Merger {
  return { gone, successor, effectiveOn, isExact: true, isUncertain: false, evidence }
}

function unsure(gone: readonly string[], successor: string, evidence: string): Merger {
  return { gone, successor, effectiveOn: lastPossible, isExact: false, isUncertain: true, evidence }
}
