// The twelve pages of the Blue Card form as a person fills them in.
import { basename } from 'node:path'
import type { Page } from 'playwright-core'
import { day, fillIn, goOn, look, press, type Values, type Walk } from '#test/harness/walk.ts'

export interface Papers {
  readonly pdf: string
  readonly picture: string
}

export interface Interruptions {
  /** On the page about the degree. */
  readonly contract?: () => Promise<void>
  /** On the page about the job, with its address. */
  readonly later?: (address: string) => Promise<void>
}

/** Fills all pages; the last step leads to the check page. */
export async function walkForm(walk: Walk, papers: Papers, interruptions: Interruptions = {}): Promise<void> {
  const { page } = walk
  await personPage(walk)
  await fillIn(page, { heightCentimetres: '172', eyeColour: 'braun' })
  await upload(walk, 'passportCopy', papers.pdf)
  await upload(walk, 'photo', papers.picture)
  await look(walk, 'identity')
  await goOn(page, {})
  await fillIn(page, { street: 'Am Stollen', houseNumber: '4a', postalCode: '98693', town: 'Ilmenau' })
  await upload(walk, 'rentContract', papers.pdf)
  await goOn(page, {})
  await stayPage(walk, papers)
  await familyPage(walk)
  await degreePage(walk, papers, interruptions)
  await jobPage(walk, papers, interruptions)
  await employerPage(walk)
  await ask(walk, { isInsured: 'yes' }, 'insurer')
  await goOn(page, { insurer: 'AOK PLUS' })
  await goOn(page, noTo('humanitarianPermit', 'askedForProtection', 'deportationBan', 'toleration', 'seasonalWorker', 'freeMovement'))
  await goOn(page, noTo('hasConviction', 'hasProceedings', 'wasExpelled'))
  await look(walk, 'security')
  await goOn(page, noTo('terrorism', 'bannedAssociation', 'violence'))
}

async function personPage(walk: Walk): Promise<void> {
  await look(walk, 'person')
  const values = { birthPlace: 'İzmir', sex: 'w', nationality: '163', ...day('birthDay', '1992-03-05') }
  await goOn(walk.page, values)
}

async function stayPage(walk: Walk, papers: Papers): Promise<void> {
  const { page } = walk
  await fillIn(page, day('arrivedOn', '2024-09-15'))
  await ask(walk, { hasPermit: 'yes', stayedBefore: 'yes' }, 'permit.issuedBy')
  const permit = { ...day('permit.issuedOn', '2024-10-01'), ...day('permit.validUntil', '2027-03-31') }
  await fillIn(page, { 'permit.issuedBy': 'Landratsamt Ilm-Kreis', ...permit })
  await upload(walk, 'permit.copy', papers.picture)
  await look(walk, 'stay')
  await press(page, /Aufenthalt hinzufügen/)
  await fillIn(page, { ...day('from', '2021-03-01'), ...day('until', '2021-08-31'), town: 'Jena' })
  await press(page, 'Übernehmen')
  await goOn(page, {})
}

async function familyPage(walk: Walk): Promise<void> {
  const { page } = walk
  await fillIn(page, { maritalStatus: 'VH' })
  await ask(walk, { hasChildren: 'yes' }, /Kind hinzufügen/)
  await press(page, /Kind hinzufügen/)
  await fillIn(page, child('Deniz', '2018-05-17'))
  await look(walk, 'child')
  await press(page, 'Übernehmen und weiteren')
  await fillIn(page, child('Elif', '2021-11-02'))
  await press(page, /^Übernehmen$/)
  await look(walk, 'family')
  await goOn(page, {})
}

function child(givenNames: string, birthDay: string): Values {
  return { givenNames, familyName: 'Yılmaz', ...day('birthDay', birthDay), nationality: '163', comesAlong: 'yes' }
}

async function degreePage(walk: Walk, papers: Papers, { contract }: Interruptions): Promise<void> {
  const { page } = walk
  await fillIn(page, { degree: 'Master of Science', subject: 'Statistik', ...day('awardedOn', '2026-09-30'), university: 'TU Ilmenau' })
  await ask(walk, { universityIn: 'germany' }, 'universityAddress.street')
  await fillIn(page, {
    'universityAddress.street': 'Ehrenbergstraße',
    'universityAddress.houseNumber': '29',
    'universityAddress.postalCode': '98693',
    'universityAddress.town': 'Ilmenau',
  })
  await upload(walk, 'certificate', papers.pdf)
  await contract?.()
  await goOn(page, {})
}

async function jobPage(walk: Walk, papers: Papers, { later }: Interruptions): Promise<void> {
  const { page } = walk
  await fillIn(page, { occupation: 'Data Scientist', ...day('contractDay', '2026-11-02'), yearlySalary: '56.000,00' })
  await ask(walk, { isLimited: 'yes' }, 'contractUntil.day')
  await fillIn(page, { ...day('contractUntil', '2030-06-30'), ...noTo('isPosted', 'isTemporaryWorker') })
  await upload(walk, 'contract', papers.pdf)
  await look(walk, 'job')
  const address = page.url()
  if (later === undefined) return goOn(page, {})
  await press(page, 'Speichern und später weitermachen')
  await look(walk, 'saved')
  await later(address)
  await page.goto(address)
  await goOn(page, {})
}

async function employerPage(walk: Walk): Promise<void> {
  const { page } = walk
  await fillIn(page, { name: 'Thüringer Messtechnik GmbH' })
  await ask(walk, { locatedIn: 'germany' }, 'address.street')
  await fillIn(page, { 'address.street': 'Langewiesener Straße', 'address.postalCode': '98693', 'address.town': 'Ilmenau' })
  await press(page, /Kontaktweg hinzufügen/)
  await fillIn(page, { channel: '01', address: 'personal@messtechnik.example' })
  await press(page, /^Übernehmen$/)
  await look(walk, 'employer')
  await goOn(page, {})
}

function noTo(...questions: readonly string[]): Values {
  return Object.fromEntries(questions.map((question) => [question, 'no']))
}

/** Answers what decides about further questions; without scripts they come after the page was sent. */
async function ask(walk: Walk, values: Values, asked: string | RegExp): Promise<void> {
  const { page, javaScript } = walk
  await fillIn(page, values)
  if (!javaScript) await press(page, /^Weiter$/)
  await placeOf(page, asked).first().waitFor()
  if (javaScript) await page.waitForLoadState('networkidle')
}

function placeOf(page: Page, asked: string | RegExp): ReturnType<Page['locator']> {
  return typeof asked === 'string' ? page.locator(`main [name="${asked}"]`) : page.locator('main').getByRole('button', { name: asked })
}

/** With scripts the file is sent at once and listed; without, it goes with the page. */
async function upload(walk: Walk, name: string, file: string): Promise<void> {
  const { page, javaScript } = walk
  const listed = page.locator('main .file-list .file-name', { hasText: basename(file) })
  const before = await listed.count()
  await page.locator(`main [name="${name}"]`).setInputFiles(file)
  if (!javaScript) return
  await listed.nth(before).waitFor()
  await page.waitForLoadState('networkidle')
}
