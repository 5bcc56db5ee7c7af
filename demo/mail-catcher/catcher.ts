// The mail catcher: takes every mail by SMTP, keeps it in memory, and can be told to misbehave.
import type { Readable } from 'node:stream'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export interface CaughtMail {
  readonly number: number
  readonly messageId: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly receivedAt: string
  /** A mail of the same Message-ID was here before. */
  readonly isDouble: boolean
}

/** `take` accepts, `later` answers 451, `bounce` 550, `silent` takes the mail and loses its answer. */
export const manners = ['take', 'later', 'bounce', 'silent'] as const
export type Manner = (typeof manners)[number]

export interface Catcher {
  readonly server: SMTPServer
  mails(): readonly CaughtMail[]
  manner(): Manner
  /** The next `times` mails are answered so, then all are taken again; without a number, until told otherwise. */
  behave(manner: Manner, times?: number): void
  clear(): void
}

const mostMails = 500
const maxBytes = 2_000_000

class SmtpRefusal extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

export function createCatcher(): Catcher {
  const caught: CaughtMail[] = []
  let number = 0
  let current: { manner: Manner; left: number } = { manner: 'take', left: Number.POSITIVE_INFINITY }
  const nextManner = (): Manner => {
    const { manner } = current
    current.left -= 1
    if (current.left <= 0) current = { manner: 'take', left: Number.POSITIVE_INFINITY }
    return manner
  }
  const take = async (stream: Readable, envelope: { from: string; to: readonly string[] }): Promise<string> => {
    const mail = await simpleParser(stream)
    const manner = nextManner()
    if (manner === 'later') throw new SmtpRefusal(451, 'please come again later')
    if (manner === 'bounce') throw new SmtpRefusal(550, 'no such mailbox')
    number += 1
    const messageId = mail.messageId ?? ''
    const isDouble = messageId !== '' && caught.some((other) => other.messageId === messageId)
    const content = { subject: mail.subject ?? '', text: mail.text ?? '', receivedAt: new Date().toISOString() }
    caught.unshift({ number, messageId, ...envelope, ...content, isDouble })
    caught.splice(mostMails)
    if (manner === 'silent') throw new SmtpRefusal(0, 'silent')
    return `queued as ${number}`
  }
  const answer = async (stream: Readable, session: SMTPServerSession, callback: (error?: Error | null, message?: string) => void) => {
    const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address
    try {
      callback(null, await take(stream, { from, to: session.envelope.rcptTo.map((recipient) => recipient.address) }))
    } catch (error) {
      // Without an answer the connection stays silent until the sender gives up.
      const isSilent = error instanceof SmtpRefusal && error.responseCode === 0
      if (!isSilent) callback(error instanceof Error ? error : new Error('the mail could not be read', { cause: error }))
    }
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: maxBytes,
    disableReverseLookup: true,
    onData: (stream, session, callback) => void answer(stream, session, callback),
  })
  return {
    server,
    mails: () => caught,
    manner: () => current.manner,
    behave: (manner, times = Number.POSITIVE_INFINITY) => {
      current = { manner, left: times }
    },
    clear: () => {
      caught.length = 0
    },
  }
}
