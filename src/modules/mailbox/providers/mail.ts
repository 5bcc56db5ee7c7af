// Port for outgoing mail: what the house asks of a mail server, and what it may hear.

export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every try, so that servers can drop doubles: "<id@host>". */
  readonly messageId: string
}

/** `accepted`: the server answers for it now; `refused`: never will; `later`: try again. */
export type MailResult =
  | { readonly kind: 'accepted'; readonly reference: string }
  | { readonly kind: 'refused'; readonly reply: string }
  | { readonly kind: 'later'; readonly reply: string }

export interface MailSender {
  send(mail: OutgoingMail): Promise<MailResult>
  close(): void
}
