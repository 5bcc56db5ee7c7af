// Mails of the accounts: German first, English below; never anything about a case.

interface MailText {
  readonly subject: string
  readonly text: string
}

const germanTime = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' })

function join(subject: string, german: readonly string[], english: readonly string[]): MailText {
  return { subject, text: [...german, '', '— — —', '', ...english, ''].join('\n') }
}

export const mails = {
  registration: (code: string): MailText =>
    join(
      'Ihr Code für das neue Konto',
      [
        'Guten Tag,',
        '',
        `Ihr Code: ${code}`,
        '',
        'Tippen Sie ihn auf der offenen Seite ein. Er gilt eine Stunde.',
        'Sie haben kein Konto anlegen wollen? Dann löschen Sie diese Nachricht einfach.',
      ],
      [`Your code: ${code}`, 'Type it on the open page. It is valid for one hour. If you did not ask for it, ignore this mail.'],
    ),
  known: (address: string): MailText =>
    join(
      'Sie haben schon ein Konto',
      [
        'Guten Tag,',
        '',
        'jemand wollte mit dieser Adresse ein Konto anlegen. Es gibt schon eines.',
        `Melden Sie sich hier an: ${address}`,
        'Waren Sie das nicht? Dann müssen Sie nichts tun.',
      ],
      ['Somebody tried to open an account with this address. You already have one.', `Sign in here: ${address}`],
    ),
  emailChange: (code: string): MailText =>
    join(
      'Ihr Code für die neue E-Mail-Adresse',
      ['Guten Tag,', '', `Ihr Code: ${code}`, '', 'Tippen Sie ihn in Ihrem Konto ein. Danach gehen Benachrichtigungen an diese Adresse.'],
      [`Your code: ${code}`, 'Type it in your account. After that, notices go to this address.'],
    ),
  newDevice: (device: string, at: Date, address: string): MailText =>
    join(
      'Anmeldung mit einem neuen Gerät',
      [
        'Guten Tag,',
        '',
        `am ${germanTime.format(at)} Uhr wurde Ihr Konto mit einem neuen Gerät benutzt (${device || 'unbekannt'}).`,
        'Waren Sie das? Dann müssen Sie nichts tun.',
        `War es jemand anderes? Beenden Sie hier alle Sitzungen: ${address}`,
      ],
      [`Your account was used with a new device (${device || 'unknown'}).`, `Was it not you? End all sessions here: ${address}`],
    ),
}
