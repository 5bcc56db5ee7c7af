// Texts of the payment pages and of the receipt.
import type { Language } from '#kernel/language.ts'

export interface PaymentTexts {
  readonly title: string
  readonly introduction: (payee: string) => string
  readonly amount: string
  readonly purpose: string
  readonly payee: string
  readonly positions: string
  readonly position: string
  readonly sum: string
  readonly whatNext: string
  readonly nextSteps: readonly string[]
  readonly pay: string
  readonly payOn: string
  readonly tryAgain: string
  readonly cancel: string
  readonly back: string
  readonly onward: string
  readonly receipt: string
  readonly lookAgain: string
  readonly preparing: { readonly title: string; readonly text: string }
  readonly checking: { readonly title: string; readonly text: string; readonly long: string; readonly notPaid: string }
  readonly paid: { readonly title: string; readonly text: string }
  readonly failed: { readonly title: string; readonly text: string }
  readonly cancelled: { readonly title: string; readonly text: string }
  readonly expired: { readonly title: string; readonly text: string }
  readonly mismatch: { readonly title: string; readonly text: string }
  readonly pdf: {
    readonly subject: string
    readonly paragraph: (payee: string) => string
    readonly paidAt: string
    readonly method: string
    readonly cashReference: string
    readonly paymentNumber: string
    readonly note: string
  }
  readonly methods: Readonly<Record<string, string>>
}

const de: PaymentTexts = {
  title: 'Gebühr bezahlen',
  introduction: (payee) => `Sie bezahlen an: ${payee}.`,
  amount: 'Betrag',
  purpose: 'Wofür',
  payee: 'Empfänger',
  positions: 'Was Sie bezahlen',
  position: 'Gebühr',
  sum: 'Summe',
  whatNext: 'So geht es weiter',
  nextSteps: [
    'Sie wechseln auf die Seite des Zahlungsdienstes und bezahlen dort.',
    'Danach kommen Sie hierher zurück.',
    'Sobald das Geld bestätigt ist, wird Ihr Antrag von selbst abgeschickt.',
  ],
  pay: 'Weiter zur Bezahlung',
  payOn: 'Zurück zur Bezahlseite',
  tryAgain: 'Noch einmal versuchen',
  cancel: 'Bezahlen abbrechen',
  back: 'Zurück zum Antrag',
  onward: 'Weiter im Antrag',
  receipt: 'Zahlungsbeleg herunterladen (PDF)',
  lookAgain: 'Jetzt nachsehen',
  preparing: {
    title: 'Die Bezahlseite wird vorbereitet',
    text: 'Der Zahlungsdienst hat noch nicht geantwortet. Die Seite lädt sich von selbst neu. Es ist noch nichts bezahlt.',
  },
  checking: {
    title: 'Ihre Zahlung wird geprüft',
    text: 'Wir fragen beim Zahlungsdienst nach. Das dauert meist nur wenige Sekunden. Die Seite lädt sich von selbst neu.',
    long: 'Der Zahlungsdienst hat noch kein Ergebnis gemeldet. Sie können dieses Fenster schließen: Wir fragen weiter nach, und Ihr Antrag bleibt gespeichert.',
    notPaid:
      'Haben Sie noch nicht bezahlt? Dann können Sie zur Bezahlseite zurück. Es bleibt dieselbe Zahlung, Sie bezahlen nicht doppelt.',
  },
  paid: { title: 'Die Gebühr ist bezahlt', text: 'Der Zahlungsdienst hat Ihre Zahlung bestätigt.' },
  failed: {
    title: 'Die Zahlung hat nicht geklappt',
    text: 'Der Zahlungsdienst hat die Zahlung abgelehnt. Es wurde nichts abgebucht. Ihr Antrag ist gespeichert.',
  },
  cancelled: { title: 'Das Bezahlen wurde abgebrochen', text: 'Es wurde nichts abgebucht. Ihr Antrag ist gespeichert.' },
  expired: {
    title: 'Die Zahlung ist noch offen',
    text: 'Seit über einer Stunde hat der Zahlungsdienst kein Ergebnis gemeldet. Wenn Sie schon bezahlt haben, warten Sie bitte: Wir fragen weiter nach. Sonst bezahlen Sie auf derselben Bezahlseite.',
  },
  mismatch: {
    title: 'Wir müssen Ihre Zahlung klären',
    text: 'Die Meldung des Zahlungsdienstes passt nicht zu dieser Gebühr. Die Kasse der Behörde prüft das. Bitte bezahlen Sie nicht noch einmal. Ihr Antrag ist gespeichert.',
  },
  pdf: {
    subject: 'Zahlungsbeleg',
    paragraph: (payee) => `Diese Zahlung ist eingegangen. Empfänger: ${payee}.`,
    paidAt: 'Bestätigt am',
    method: 'Zahlungsart',
    cashReference: 'Kassenzeichen',
    paymentNumber: 'Nummer der Zahlung',
    note: 'Dieser Beleg wurde automatisch erstellt. Er bestätigt die Zahlung, nicht den Eingang eines Antrags.',
  },
  methods: { CREDITCARD: 'Kreditkarte', PAYPAL: 'PayPal', GIROPAY: 'giropay', PAYDIRECT: 'paydirekt', OTHER: 'andere' },
}

const en: PaymentTexts = {
  title: 'Pay the fee',
  introduction: (payee) => `You are paying: ${payee}.`,
  amount: 'Amount',
  purpose: 'What for',
  payee: 'Payee',
  positions: 'What you pay for',
  position: 'Fee',
  sum: 'Total',
  whatNext: 'What happens next',
  nextSteps: [
    'You go to the payment provider’s page and pay there.',
    'Then you come back here.',
    'As soon as the payment is confirmed, your application is sent by itself.',
  ],
  pay: 'Continue to payment',
  payOn: 'Back to the payment page',
  tryAgain: 'Try again',
  cancel: 'Cancel payment',
  back: 'Back to the application',
  onward: 'Continue the application',
  receipt: 'Download payment receipt (PDF)',
  lookAgain: 'Check now',
  preparing: {
    title: 'The payment page is being prepared',
    text: 'The payment provider has not answered yet. This page reloads by itself. Nothing has been paid so far.',
  },
  checking: {
    title: 'Your payment is being checked',
    text: 'We are asking the payment provider. This usually takes a few seconds. This page reloads by itself.',
    long: 'The payment provider has not reported a result yet. You can close this window: we keep asking, and your application stays saved.',
    notPaid: 'Have you not paid yet? Then you can go back to the payment page. It is the same payment, you will not pay twice.',
  },
  paid: { title: 'The fee is paid', text: 'The payment provider has confirmed your payment.' },
  failed: {
    title: 'The payment did not work',
    text: 'The payment provider refused the payment. Nothing was charged. Your application is saved.',
  },
  cancelled: { title: 'The payment was cancelled', text: 'Nothing was charged. Your application is saved.' },
  expired: {
    title: 'The payment is still open',
    text: 'The payment provider has reported no result for more than an hour. If you have paid, please wait: we keep asking. Otherwise pay on the same payment page.',
  },
  mismatch: {
    title: 'We have to clarify your payment',
    text: 'What the payment provider reports does not match this fee. The authority’s cash office is looking into it. Please do not pay again. Your application is saved.',
  },
  pdf: {
    subject: 'Payment receipt',
    paragraph: (payee) => `This payment has been received. Payee: ${payee}.`,
    paidAt: 'Confirmed on',
    method: 'Paid by',
    cashReference: 'Cash office reference',
    paymentNumber: 'Payment number',
    note: 'This receipt was made automatically. It confirms the payment, not the receipt of an application.',
  },
  methods: { CREDITCARD: 'credit card', PAYPAL: 'PayPal', GIROPAY: 'giropay', PAYDIRECT: 'paydirekt', OTHER: 'other' },
}

const plain: PaymentTexts = {
  ...de,
  introduction: (payee) => `Das Geld bekommt: ${payee}.`,
  nextSteps: [
    'Sie gehen auf eine andere Internet-Seite. Dort bezahlen Sie.',
    'Dann kommen Sie hierher zurück.',
    'Ihr Antrag wird dann von allein abgeschickt.',
  ],
  preparing: { title: 'Bitte warten Sie kurz', text: 'Die Seite zum Bezahlen kommt gleich. Sie haben noch nichts bezahlt.' },
  checking: {
    title: 'Wir prüfen Ihre Zahlung',
    text: 'Das dauert nur kurz. Bitte warten Sie. Die Seite lädt von allein neu.',
    long: 'Wir wissen noch nicht, ob das Geld angekommen ist. Sie können das Fenster schließen. Wir prüfen weiter. Ihr Antrag ist gespeichert.',
    notPaid: 'Haben Sie noch nicht bezahlt? Dann gehen Sie zurück zur Bezahlseite. Sie bezahlen nicht zweimal.',
  },
  paid: { title: 'Sie haben bezahlt', text: 'Das Geld ist angekommen.' },
  failed: { title: 'Das Bezahlen hat nicht geklappt', text: 'Sie haben kein Geld verloren. Ihr Antrag ist gespeichert.' },
  cancelled: {
    title: 'Sie haben nicht bezahlt',
    text: 'Das Bezahlen wurde abgebrochen. Sie haben kein Geld verloren. Ihr Antrag ist gespeichert.',
  },
  expired: {
    title: 'Die Zahlung ist noch offen',
    text: 'Haben Sie schon bezahlt? Dann warten Sie bitte. Wir prüfen weiter. Haben Sie noch nicht bezahlt? Dann gehen Sie zurück zur Bezahlseite.',
  },
  mismatch: {
    title: 'Wir müssen etwas prüfen',
    text: 'Mit der Zahlung stimmt etwas nicht. Die Behörde prüft das. Bitte bezahlen Sie nicht noch einmal. Ihr Antrag ist gespeichert.',
  },
}

const texts: Record<Language, PaymentTexts> = { de, en, plain }

export function paymentTexts(language: Language): PaymentTexts {
  return texts[language]
}
