// Outgoing mail by SMTP (nodemailer).
import { createTransport } from 'nodemailer'
import type { MailSender } from './mail.ts'

export interface SmtpSettings {
  /** "smtp://host:port" or "smtps://user:password@host:port". */
  readonly url: string
  /** Sender as people see it: "Verwaltungsportal <post@portal.example>". */
  readonly from: string
  /** How long to wait for a connection or an answer; 20 seconds unless said. */
  readonly timeoutMs?: number | undefined
}

/** Sends by one SMTP server; refusals of 500 and above are final, all else may be tried again. */
export function smtpMail({ url, from, timeoutMs = 20_000 }: SmtpSettings): MailSender {
  const transport = createTransport(
    { url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    // A notice has no attachments and reads nothing from elsewhere.
    { from, disableFileAccess: true, disableUrlAccess: true },
  )
  return {
    send: async (mail) => {
      try {
        const headers = { 'Auto-Submitted': 'auto-generated' }
        const { response } = await transport.sendMail({
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          messageId: mail.messageId,
          headers,
        })
        return { kind: 'accepted', reference: response.slice(0, 200) }
      } catch (error) {
        const code = replyCode(error)
        const reply = code === undefined ? 'no answer' : String(code)
        return code !== undefined && code >= 500 ? { kind: 'refused', reply } : { kind: 'later', reply }
      }
    },
    close: () => transport.close(),
  }
}

/** The server's reply code; its text may hold the address and is left aside. */
function replyCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('responseCode' in error)) return undefined
  return typeof error.responseCode === 'number' ? error.responseCode : undefined
}
