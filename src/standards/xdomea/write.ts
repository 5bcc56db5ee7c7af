// Writes 0503 in the order the schema demands; element names are those of xdomea 3.1.0.
import type { Day } from '#kernel/dates.ts'
import { confidentialityCodes, mediumCodes } from './codes.ts'
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

/** Both have the same 0503; the archive's software takes both, the newer one is written by default. */
export const versions = ['3.1.0', '3.0.0'] as const
export type XdomeaVersion = (typeof versions)[number]

/** What XML 1.0 has no way to write (§ 2.2). */
const unwritable = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/**
 * The message as XML 1.0 in UTF-8. Characters XML cannot hold are left out.
 *
 * Source: xdomea 3.1.0, message Aussonderung.Aussonderung.0503.
 */
export function writeDisposal(message: DisposalMessage, version: XdomeaVersion = '3.1.0'): string {
  const namespace = namespaceOf(version)
  const attributes = [
    `xmlns:xdomea="${namespace}"`,
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    `xsi:schemaLocation="${namespace} xdomea-Nachrichten-AussonderungDurchfuehren.xsd"`,
  ].join(' ')
  const content = [head(message), ...message.dossiers.map((dossier) => element('Schriftgutobjekt', akte(dossier)))].join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xdomea:Aussonderung.Aussonderung.0503 ${attributes}>${content}</xdomea:Aussonderung.Aussonderung.0503>\n`
}

export function namespaceOf(version: XdomeaVersion): string {
  return `urn:xoev-de:xdomea:schema:${version}`
}

function head(message: DisposalMessage): string {
  return element(
    'Kopf',
    text('ProzessID', message.processId),
    code('Nachrichtentyp', { code: '0503' }),
    text('Erstellungszeitpunkt', message.createdAt.toISOString()),
    party('Absender', message.sender),
    party('Empfaenger', message.recipient),
    group('SendendesSystem', message.system, (system) => [
      text('InstanzID', system.instance),
      text('Produktname', system.product),
      text('Version', system.version),
    ]),
    text('Hinweis', message.note),
    text('Importbestaetigung', '1'),
    flag('RueckmeldungArchivkennung', message.wantsArchiveReference),
    flag('Empfangsbestaetigung', message.wantsReceipt),
  )
}

function party(name: string, value: Party): string {
  const hasKey = value.key !== undefined || value.prefix !== undefined
  return element(
    name,
    hasKey ? element('Behoerdenkennung', freeCode('Behoerdenschluessel', value.key), freeCode('Praefix', value.prefix)) : '',
    group('Institution', value.institution, (institution) => [
      text('Name', institution.name),
      text('Kurzbezeichnung', institution.shortName),
    ]),
    group('Organisationseinheit', value.unit, (unit) => [text('Name', unit)]),
  )
}

function akte(dossier: DossierRecord): string {
  return element(
    'Akte',
    identification(dossier.id, dossier.position),
    general(dossier.general),
    retention(dossier.retention),
    text('Typ', dossier.kind),
    term(dossier.term),
    ...dossier.history.map(history),
    element('Akteninhalt', ...dossier.documents.map(dokument), ...dossier.cases.map(vorgang)),
    flag('ZdA', dossier.isClosed),
    text('ZdADatum', dossier.closedOn),
    extension(dossier.extension),
  )
}

function vorgang(record: CaseRecord): string {
  return element(
    'Vorgang',
    identification(record.id, record.position),
    general(record.general),
    retention(record.retention),
    text('Aktenbetreff', record.dossierSubject),
    text('Typ', record.kind),
    flag('ZdA', record.isClosed),
    text('ZdADatum', record.closedOn),
    term(record.term),
    ...record.history.map(history),
    ...record.documents.map(dokument),
    extension(record.extension),
  )
}

function dokument(document: DocumentRecord): string {
  return element(
    'Dokument',
    identification(document.id, document.position),
    general(document.general),
    text('FremdesGeschaeftszeichen', document.foreignReference),
    text('Posteingangsdatum', document.receivedOn),
    text('Postausgangsdatum', document.sentOn),
    text('DatumDesSchreibens', document.writtenOn),
    text('Bearbeiter', document.clerk),
    text('Typ', document.kind),
    ...document.history.map(history),
    ...document.versions.map((version) => element('Version', text('Nummer', version.number), ...version.formats.map(format))),
    ...document.extensions.map(extension),
  )
}

function format(record: FormatRecord): string {
  const { file } = record
  return element(
    'Format',
    code('Name', { code: record.code }, ' listURI="urn:xoev-de:xdomea:codeliste:dateiformat" listVersionID="1.0"'),
    text('SonstigerName', record.otherName),
    text('Version', record.version),
    element(
      'Primaerdokument',
      text('Dateiname', file.name),
      text('DateinameOriginal', file.originalName),
      text('Ersteller', file.creator),
      text('DatumUhrzeit', file.at?.toISOString()),
      file.isSealed === true ? element('SignaturSiegel', text('SignaturSiegelEingebettet', '1')) : '',
    ),
  )
}

function identification(id: string, position: number | undefined): string {
  return element('Identifikation', text('ID', id), text('NummerImUebergeordnetenContainer', position))
}

function general(metadata: GeneralMetadata | undefined): string {
  return group('AllgemeineMetadaten', metadata, (known) => [
    text('Betreff', known.subject),
    text('Kennzeichen', known.referenceNumber),
    text('Federfuehrung', known.leadUnit),
    text('Aktenfuehrung', known.keepingUnit),
    known.confidentiality === undefined ? '' : code('Vertraulichkeitsstufe', { code: confidentialityCodes[known.confidentiality] }),
    text('Bemerkung', known.remark),
    known.medium === undefined ? '' : code('Medium', { code: mediumCodes[known.medium] }),
    group('Aktenplaneinheit', known.filePlanUnit, (unit) => [
      text('Kennzeichen', unit.mark),
      text('Inhaltsangabe', unit.content),
      text('BetreffKurz', unit.shortSubject),
    ]),
  ])
}

function retention(metadata: RetentionMetadata | undefined): string {
  return group('ArchivspezifischeMetadaten', metadata, (known) => [
    group('Aufbewahrungsdauer', known.years, (years) => [years === 'unlimited' ? text('Unbefristet', '1') : text('AnzahlJahre', years)]),
    group('Aussonderungsart', known.appraisal, (appraisal) => [code('Aussonderungsart', { code: appraisal })]),
    text('Kennung', known.mark),
    known.proposal === undefined ? '' : code('Bewertungsvorschlag', { code: known.proposal }),
    text('Aufbewahrungsende', known.endsOn),
  ])
}

function term(value: Term | undefined): string {
  return group('Laufzeit', value, (known) => [text('Beginn', known.begins), text('Ende', known.ends)])
}

function history(record: HistoryRecord): string {
  return element(
    'HistorienProtokollInformation',
    text('MetadatumName', record.field),
    text('MetadatumAlterWert', record.oldValue),
    text('MetadatumNeuerWert', record.newValue),
    text('Akteur', record.actor),
    text('DatumUhrzeit', record.at.toISOString()),
    text('Bemerkung', record.remark),
    text('Aktion', record.action),
  )
}

function extension(value: Extension | undefined): string {
  return group('AnwendungsspezifischeErweiterung', value, (known) => [
    text('Kennung', known.key),
    text('Name', known.name),
    ...known.fields.map((field) => element('Feld', text('Name', field.name), text('Wert', field.value))),
  ])
}

function element(name: string, ...content: readonly string[]): string {
  return `<xdomea:${name}>${content.join('')}</xdomea:${name}>`
}

function group<Value>(name: string, value: Value | undefined, content: (value: Value) => readonly string[]): string {
  return value === undefined ? '' : element(name, ...content(value))
}

function text(name: string, value: string | number | Day | undefined): string {
  return value === undefined ? '' : `<xdomea:${name}>${escape(String(value))}</xdomea:${name}>`
}

function flag(name: string, value: boolean | undefined): string {
  return value === undefined ? '' : text(name, value ? '1' : '0')
}

/** `code` and `name` stand in no namespace. */
function code(name: string, value: Code, attributes = ''): string {
  const words = value.name === undefined ? '' : `<name>${escape(oneLine(value.name))}</name>`
  return `<xdomea:${name}${attributes}><code>${escape(oneLine(value.code))}</code>${words}</xdomea:${name}>`
}

/** A code of a list the standard does not fix: both attributes stand there, empty. */
function freeCode(name: string, value: Code | undefined): string {
  return value === undefined ? '' : code(name, value, ' listURI="" listVersionID=""')
}

function oneLine(value: string): string {
  return value.replaceAll(/\s+/g, ' ').trim()
}

function escape(value: string): string {
  return value.replaceAll(unwritable, '').replaceAll(/[&<>"\r]/g, (letter) => references[letter] ?? letter)
}
