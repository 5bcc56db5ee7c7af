// Texts of the module: kinds of documents, steps of the history, the rules of retention in words.
import type { Localised } from '#kernel/language.ts'
import type { DocumentKind } from './domain/dossier.ts'
import type { RetentionBeginning } from './domain/retention.ts'

export const documentKindTexts: Record<DocumentKind, Localised> = {
  submission: { de: 'Antrag', en: 'Submission' },
  attachment: { de: 'Anlage', en: 'Attachment' },
  confirmation: { de: 'Eingangsbestätigung', en: 'Confirmation of receipt' },
  request: { de: 'Nachforderung', en: 'Request for correction or papers' },
  reply: { de: 'Antwort', en: 'Reply' },
  decision: { de: 'Bescheid', en: 'Decision notice' },
  receipt: { de: 'Zahlungsquittung', en: 'Payment receipt' },
  note: { de: 'Vermerk', en: 'Note' },
  message: { de: 'Nachricht', en: 'Message' },
  other: { de: 'Schriftstück', en: 'Document' },
}

export const historyTexts: Readonly<Record<string, Localised>> = {
  'dossier.opened': { de: 'Akte angelegt', en: 'Dossier opened' },
  'dossier.closed': { de: 'Zu den Akten verfügt', en: 'Dossier closed' },
  'dossier.reopened': { de: 'Akte wieder aufgenommen', en: 'Dossier reopened' },
  'dossier.exported': { de: 'Akte exportiert', en: 'Dossier exported' },
  'dossier.owner-changed': { de: 'Konto der Person übernommen', en: 'Account of the person taken over' },
  'case.added': { de: 'Vorgang angelegt', en: 'Case added' },
  'case.closed': { de: 'Vorgang abgeschlossen', en: 'Case closed' },
  'case.reopened': { de: 'Vorgang wieder aufgenommen', en: 'Case reopened' },
  'document.filed': { de: 'Dokument zur Akte genommen', en: 'Document filed' },
  'document.version-added': { de: 'Neue Version zur Akte genommen', en: 'New version filed' },
  'grant.given': { de: 'Zugriff erteilt', en: 'Access given' },
  'grant.withdrawn': { de: 'Zugriff entzogen', en: 'Access withdrawn' },
}

/** What is shown beside the end of retention. */
export const retentionRuleTexts: Record<RetentionBeginning, Localised> = {
  closing: { de: 'Die Frist beginnt mit dem Schließen der Akte.', en: 'The period begins when the dossier is closed.' },
  'year-end': {
    de: 'Die Frist beginnt mit dem Ende des Jahres, in dem die Akte geschlossen wurde.',
    en: 'The period begins at the end of the year in which the dossier was closed.',
  },
  'decision-effective': {
    de: 'Die Frist beginnt, wenn der Bescheid wirksam wird.',
    en: 'The period begins when the decision takes effect.',
  },
  'decision-expires': { de: 'Die Frist beginnt, wenn der Bescheid abläuft.', en: 'The period begins when the decision expires.' },
  'by-hand': { de: 'Der Beginn der Frist wurde von Hand festgelegt.', en: 'The beginning of the period was set by hand.' },
}
