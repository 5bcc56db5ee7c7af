// What the tests of dossiers do again and again: open one of a fixture's authority and file a small document in it.
import type { System } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { now, type openFixture } from '#test/harness/dossier-fixture.ts'
import { type DocumentToFile, fileDocument } from '../actions/file-document.ts'
import { openDossier } from '../actions/open-dossier.ts'

export const system: System = { kind: 'system', name: 'test' }

export interface OpenedDossier {
  readonly dossier: Id<'dossier'>
  readonly referenceNumber: string
}

export function filingIn(fixture: Awaited<ReturnType<typeof openFixture>>) {
  const { authority, owner } = fixture
  return {
    opened: (subject = 'Hundesteuer Bello', unit?: string): Promise<OpenedDossier> =>
      fixture.within((transaction) =>
        openDossier(transaction, { authority, filePlanUnit: '22.3', subject, owner, ...(unit === undefined ? {} : { unit }), now }),
      ),
    async filed(dossier: Id<'dossier'>, change: Partial<DocumentToFile> = {}): Promise<Id<'document'>> {
      const file = await fixture.stored('antrag.txt', 'Antrag')
      const document = { authority, dossier, kind: 'submission', title: 'Antrag', direction: 'incoming', file, actor: system, now } as const
      return fixture.within((transaction) => fileDocument(transaction, { ...document, ...change }))
    },
    step: (dossier: Id<'dossier'>) => ({ authority, dossier, actor: system, now }),
  }
}
