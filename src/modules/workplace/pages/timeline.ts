// The timeline of a case: history of its dossier, notes and what the person wrote, newest first.
import type { HistoryEvent } from '#journal'
import type { Note, Reply } from '#modules/cases'
import { documentKindTexts, type FiledDocument, historyTexts } from '#modules/dossiers'
import type { ShownDocument, ShownEvent } from '../domain/shown.ts'
import { caseTexts, directionTexts, stepTexts, undoTexts } from '../texts.ts'

export function shownDocument(filed: FiledDocument): ShownDocument {
  return {
    id: filed.document,
    title: filed.title,
    kind: documentKindTexts[filed.kind].de,
    direction: directionTexts[filed.direction],
    isAttachment: filed.kind === 'attachment' || filed.kind === 'reply',
    filedAt: filed.filedAt,
    versions: filed.versions.map((version) => ({
      version: version.version,
      fileName: version.file.name,
      mediaType: version.file.mediaType,
      sizeBytes: version.file.sizeBytes,
      sha256: version.file.sha256,
      filedAt: version.filedAt,
      filedBy: version.filedBy,
      isSealed: version.isSealed,
      archivalLevel: version.archivalLevel,
    })),
  }
}

interface Sources {
  readonly history: readonly HistoryEvent[]
  readonly notes?: readonly Note[]
  readonly replies?: readonly Reply[]
  readonly documents: readonly ShownDocument[]
}

export function eventsOf({ history, notes = [], replies = [], documents }: Sources): readonly ShownEvent[] {
  const titles = new Map(documents.map((document) => [document.id, document.title]))
  const steps = history
    // Notes stand in full below; the history binds them into the chain.
    .filter((event) => notes.length === 0 || event.action !== 'case.noted')
    .map((event): ShownEvent & { order: number } => ({
      at: event.at,
      who: event.actor.name,
      what: wordOf(event),
      text: textOf(event, titles),
      order: event.position,
    }))
  const written = notes.map((note) => ({
    at: note.at,
    who: note.staffName,
    what: note.isWithdrawn ? caseTexts.withdrawnNote : caseTexts.note,
    text: note.isWithdrawn ? undefined : note.text,
    order: 1e6,
  }))
  const received = replies.map((reply) => ({
    at: reply.at,
    who: '',
    what: reply.files === 0 ? caseTexts.reply : `${caseTexts.reply} ${caseTexts.replyFiles(reply.files)}`,
    text: reply.text,
    order: 1e6,
  }))
  return [...steps, ...written, ...received].toSorted((one, other) => other.at.getTime() - one.at.getTime() || other.order - one.order)
}

function wordOf(event: HistoryEvent): string {
  return stepTexts[event.action] ?? historyTexts[event.action]?.de ?? event.action
}

function textOf(event: HistoryEvent, titles: ReadonlyMap<string, string>): string | undefined {
  const { detail } = event
  if (event.object.kind === 'document') return titles.get(event.object.id)
  if (event.action === 'case.assigned') return typeof detail['to'] === 'string' ? `an ${detail['to']}` : 'an niemanden'
  if (event.action === 'case.undone') return undoTexts.steps[String(detail['step'])]
  const text = detail['text'] ?? detail['reason']
  return typeof text === 'string' && text !== '' ? text : undefined
}
