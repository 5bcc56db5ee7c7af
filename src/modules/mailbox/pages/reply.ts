// POST /postfach/:thread/antwort: the person answers, with papers.
import type { FileStore, StoredFile } from '#files'
import type { OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { type Handler, notFound, refuse, seeOther, type Visit } from '#web'
import { longestReply, mostPapers, reply } from '../actions/reply.ts'
import type { MailboxDependencies } from '../dependencies.ts'
import { mailboxTexts } from '../texts.ts'
import { replyWithThread } from './thread.ts'

const limits = { maxBytes: 50_000_000, mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'] }

export function takeReply(dependencies: MailboxDependencies): Handler {
  return async (visit) => {
    const thread = parseId<'thread'>(visit.params['thread'])
    if (visit.actor.kind === 'staff' || thread === undefined) return notFound()
    const { owner } = visit.actor
    const { errors: texts } = mailboxTexts(visit.language)
    const given = await readParts(dependencies.files, owner, visit)
    const refused = given.refused ?? (given.formKey === '' ? 'bad-form' : undefined)
    const outcome = refused === undefined ? await reply(dependencies.database, owner, { ...given, thread, now: visit.now }) : undefined
    if (outcome?.ok === true) return seeOther(visit.frame.href(`/postfach/${thread}?gesendet=1`))
    await Promise.all(given.papers.map((paper) => dependencies.files.remove(paper)))
    const reason = outcome?.reason ?? refused
    if (reason === undefined || reason === 'bad-form') return refuse('bad-request')
    if (reason === 'unknown') return notFound()
    if (reason === 'closed') return refuse('conflict')
    const lostFiles: Record<string, string> = given.papers.length > 0 ? { papers: texts.again } : {}
    const errors = reason === 'empty' || reason === 'too-long' ? { ...lostFiles, text: texts[reason] } : { papers: texts[reason] }
    return replyWithThread(dependencies, visit, { thread, draft: { text: given.text, errors } })
  }
}

interface Given {
  readonly text: string
  readonly formKey: string
  readonly papers: readonly StoredFile[]
  readonly refused?: 'too-large' | 'wrong-type' | 'infected' | 'too-many-papers' | undefined
}

/** Reads the form to its end; after a refused file the others are left aside. */
async function readParts(files: FileStore, owner: OwnerId, visit: Visit): Promise<Given> {
  const papers: StoredFile[] = []
  let [text, formKey] = ['', '']
  let refused: Given['refused']
  for await (const part of visit.parts()) {
    if (part.kind === 'field') {
      if (part.name === 'text') text = part.value.replaceAll('\r\n', '\n').slice(0, longestReply + 1)
      if (part.name === 'form') formKey = /^[0-9a-f-]{36}$/.test(part.value) ? part.value : ''
      continue
    }
    if (refused !== undefined || part.name !== 'papers') continue
    if (papers.length >= mostPapers && part.fileName !== '') {
      refused = 'too-many-papers'
      continue
    }
    const stored = await files.write({ owner }, part.fileName, part.content, limits)
    if (stored.ok) papers.push(stored.value)
    // A field without a chosen file comes as an empty part without a name.
    else if (stored.reason !== 'empty') refused = stored.reason
  }
  return { text, formKey, papers, refused }
}
