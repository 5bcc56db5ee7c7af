// Reads 0503: every field that `writeDisposal` writes comes back equal; what we do not know is left out.
import { type Day, parseDay } from '#kernel/dates.ts'
import { confidentialityCodes, mediumCodes, wordOf } from './codes.ts'
import type {
  CaseRecord,
  Code,
  DisposalMessage,
  DocumentRecord,
  DossierRecord,
  Extension,
  FormatRecord,
  GeneralMetadata,
  HistoryRecord,
  Party,
  RetentionMetadata,
  Term,
} from './model.ts'
import { child, children, parseXml, textOf, XmlError, type XmlNode } from './tree.ts'
import { namespaceOf, versions } from './write.ts'

/** Drops the keys without value, so that what is read equals what was written. */
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/**
 * The message in that XML.
 *
 * @throws XmlError if it is no well-formed 0503 of xdomea 3.0.0 or 3.1.0, or lacks what cannot be missing
 */
export function readDisposal(xml: string): DisposalMessage {
  const root = parseXml(xml)
  const isKnown = versions.some((version) => root.namespace === namespaceOf(version))
  if (root.name !== 'Aussonderung.Aussonderung.0503' || !isKnown) throw new XmlError(`${root.name} is no 0503 of xdomea 3`)
  const head = needed(root, 'Kopf')
  const system = child(head, 'SendendesSystem')
  return present({
    processId: neededText(head, 'ProzessID'),
    createdAt: instant(neededText(head, 'Erstellungszeitpunkt')),
    sender: party(needed(head, 'Absender')),
    recipient: party(needed(head, 'Empfaenger')),
    system:
      system === undefined
        ? undefined
        : present({ instance: textOf(system, 'InstanzID'), product: textOf(system, 'Produktname'), version: textOf(system, 'Version') }),
    note: textOf(head, 'Hinweis'),
    wantsArchiveReference: flag(head, 'RueckmeldungArchivkennung') ?? false,
    wantsReceipt: flag(head, 'Empfangsbestaetigung') ?? false,
    dossiers: children(root, 'Schriftgutobjekt').flatMap((object) => children(object, 'Akte').map(dossier)),
  })
}

function party(node: XmlNode): Party {
  const mark = child(node, 'Behoerdenkennung')
  const institution = child(node, 'Institution')
  return present({
    key: code(mark, 'Behoerdenschluessel'),
    prefix: code(mark, 'Praefix'),
    institution:
      institution === undefined
        ? undefined
        : present({ name: textOf(institution, 'Name') ?? '', shortName: textOf(institution, 'Kurzbezeichnung') }),
    unit: textOf(child(node, 'Organisationseinheit'), 'Name'),
  })
}

function dossier(node: XmlNode): DossierRecord {
  const content = child(node, 'Akteninhalt')
  return present({
    ...base(node),
    retention: retention(child(node, 'ArchivspezifischeMetadaten')),
    term: term(child(node, 'Laufzeit')),
    documents: children(content, 'Dokument').map(document),
    cases: children(content, 'Vorgang').map(caseRecord),
    isClosed: flag(node, 'ZdA'),
    closedOn: day(node, 'ZdADatum'),
    extension: children(node, 'AnwendungsspezifischeErweiterung').map(extension)[0],
  })
}

function caseRecord(node: XmlNode): CaseRecord {
  return present({
    ...base(node),
    retention: retention(child(node, 'ArchivspezifischeMetadaten')),
    dossierSubject: textOf(node, 'Aktenbetreff'),
    isClosed: flag(node, 'ZdA'),
    closedOn: day(node, 'ZdADatum'),
    term: term(child(node, 'Laufzeit')),
    documents: children(node, 'Dokument').map(document),
    extension: children(node, 'AnwendungsspezifischeErweiterung').map(extension)[0],
  })
}

function document(node: XmlNode): DocumentRecord {
  return present({
    ...base(node),
    foreignReference: textOf(node, 'FremdesGeschaeftszeichen'),
    receivedOn: day(node, 'Posteingangsdatum'),
    sentOn: day(node, 'Postausgangsdatum'),
    writtenOn: day(node, 'DatumDesSchreibens'),
    clerk: textOf(node, 'Bearbeiter'),
    versions: children(node, 'Version').map((version) => ({
      number: neededText(version, 'Nummer'),
      formats: children(version, 'Format').map(format),
    })),
    extensions: children(node, 'AnwendungsspezifischeErweiterung').map(extension),
  })
}

function format(node: XmlNode): FormatRecord {
  const file = needed(node, 'Primaerdokument')
  const at = textOf(file, 'DatumUhrzeit')
  return present({
    code: code(node, 'Name')?.code ?? '100',
    otherName: textOf(node, 'SonstigerName'),
    version: neededText(node, 'Version'),
    file: present({
      name: neededText(file, 'Dateiname'),
      originalName: textOf(file, 'DateinameOriginal'),
      creator: textOf(file, 'Ersteller'),
      at: at === undefined ? undefined : instant(at),
      isSealed: flag(child(file, 'SignaturSiegel'), 'SignaturSiegelEingebettet'),
    }),
  })
}

function base(node: XmlNode): Pick<DossierRecord, 'id' | 'position' | 'general' | 'kind' | 'history'> {
  const identification = needed(node, 'Identifikation')
  const position = textOf(identification, 'NummerImUebergeordnetenContainer')
  return present({
    id: neededText(identification, 'ID'),
    position: position === undefined ? undefined : Number(position),
    general: general(child(node, 'AllgemeineMetadaten')),
    kind: textOf(node, 'Typ'),
    history: children(node, 'HistorienProtokollInformation').map(history),
  })
}

function general(node: XmlNode | undefined): GeneralMetadata | undefined {
  if (node === undefined) return undefined
  const unit = child(node, 'Aktenplaneinheit')
  return present({
    subject: textOf(node, 'Betreff'),
    referenceNumber: textOf(node, 'Kennzeichen'),
    leadUnit: textOf(node, 'Federfuehrung'),
    keepingUnit: textOf(node, 'Aktenfuehrung'),
    confidentiality: wordOf(
      confidentialityCodes,
      ['open', 'restricted', 'confidential', 'secret', 'top-secret'],
      code(node, 'Vertraulichkeitsstufe')?.code ?? '',
    ),
    remark: textOf(node, 'Bemerkung'),
    medium: wordOf(mediumCodes, ['electronic', 'hybrid', 'paper'], code(node, 'Medium')?.code ?? ''),
    filePlanUnit:
      unit === undefined
        ? undefined
        : present({ mark: textOf(unit, 'Kennzeichen'), content: textOf(unit, 'Inhaltsangabe'), shortSubject: textOf(unit, 'BetreffKurz') }),
  })
}

function retention(node: XmlNode | undefined): RetentionMetadata | undefined {
  if (node === undefined) return undefined
  const duration = child(node, 'Aufbewahrungsdauer')
  const years = textOf(duration, 'AnzahlJahre')
  const appraisal = code(child(node, 'Aussonderungsart'), 'Aussonderungsart')?.code
  const proposal = code(node, 'Bewertungsvorschlag')?.code
  return present({
    years: flag(duration, 'Unbefristet') === true ? ('unlimited' as const) : years === undefined ? undefined : Number(years),
    appraisal: appraisal === 'A' || appraisal === 'B' || appraisal === 'V' ? appraisal : undefined,
    mark: textOf(node, 'Kennung'),
    proposal: proposal === 'A' || proposal === 'V' ? proposal : undefined,
    endsOn: day(node, 'Aufbewahrungsende'),
  })
}

function term(node: XmlNode | undefined): Term | undefined {
  return node === undefined ? undefined : present({ begins: day(node, 'Beginn'), ends: day(node, 'Ende') })
}

function history(node: XmlNode): HistoryRecord {
  return present({
    field: textOf(node, 'MetadatumName'),
    oldValue: textOf(node, 'MetadatumAlterWert'),
    newValue: textOf(node, 'MetadatumNeuerWert'),
    actor: neededText(node, 'Akteur'),
    at: instant(neededText(node, 'DatumUhrzeit')),
    remark: textOf(node, 'Bemerkung'),
    action: neededText(node, 'Aktion'),
  })
}

function extension(node: XmlNode): Extension {
  return {
    key: neededText(node, 'Kennung'),
    name: neededText(node, 'Name'),
    fields: children(node, 'Feld').map((field) => ({ name: neededText(field, 'Name'), value: textOf(field, 'Wert') ?? '' })),
  }
}

function code(parent: XmlNode | undefined, name: string): Code | undefined {
  const node = child(parent, name)
  return node === undefined ? undefined : present({ code: neededText(node, 'code').trim(), name: textOf(node, 'name') })
}

function day(node: XmlNode, name: string): Day | undefined {
  return parseDay(textOf(node, name) ?? '')
}

function flag(node: XmlNode | undefined, name: string): boolean | undefined {
  const value = textOf(node, name)?.trim()
  return value === undefined ? undefined : value === '1' || value === 'true'
}

function instant(text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw new XmlError('an instant is no date and time')
  return date
}

function needed(node: XmlNode, name: string): XmlNode {
  const found = child(node, name)
  if (found === undefined) throw new XmlError(`${node.name} has no ${name}`)
  return found
}

function neededText(node: XmlNode, name: string): string {
  return needed(node, name).text
}

function present<T extends object>(value: T): Present<T> {
  const known = Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined))
  if (!isPresent<T>(known)) throw new XmlError('a field got lost')
  return known
}

/** True by construction: only keys without value are missing, and the type says so. */
function isPresent<T>(known: object): known is Present<T> {
  return Object.values(known).every((entry) => entry !== undefined)
}
