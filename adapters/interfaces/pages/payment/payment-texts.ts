import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const paymentTexts = {
  title: { da: 'Betaling', en: 'Payment' },
  amount: { da: 'Du betaler', en: 'You pay' },
  standIn: {
    da: 'Dette er en stedfortræder for en betalingstjeneste: der flyttes ingen penge, og betalingen regnes for gennemført.',
    en: 'This is a stand-in for a payment service: no money moves, and the payment counts as made.',
  },
  goOn: { da: 'Fortsæt til betalingen', en: 'Continue to the payment' },
  notPaidYet: {
    da: 'Intet er betalt, før betalingstjenesten har bekræftet det. Biblioteket får intet at vide om dit kort.',
    en: 'Nothing is paid before the payment service has confirmed it. The library learns nothing of your payment card.',
  },
  noneUnderWay: {
    da: 'Ingen betaling er i gang. Det, der er betalt, står som betalt under mellemværendet.',
    en: 'No payment is under way. What is paid stands as paid in the outstanding balance.',
  },
  underWay: {
    da: 'En betaling er begyndt og ikke bekræftet.',
    en: 'A payment was started and is not confirmed.',
  },
  startedOn: { da: 'begyndt', en: 'started' },
  seeWhetherPaid: { da: 'Se, om den er betalt', en: 'See whether it is paid' },
  goOnPaying: { da: 'Fortsæt betalingen', en: 'Go on with the payment' },
  toBalance: { da: 'Se mellemværendet', en: 'See the outstanding balance' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** What became of a payment. */
export const paymentStatusTexts = {
  paid: {
    heading: { da: 'Betalingen er gennemført', en: 'The payment is made' },
    text: { da: 'Betalingstjenesten har bekræftet den.', en: 'The payment service has confirmed it.' },
    kind: 'success',
  },
  open: {
    heading: { da: 'Betalingen er ikke gennemført', en: 'The payment is not made' },
    text: {
      da: 'Betalingstjenesten har ikke fået pengene endnu. Har du lige betalt, så åbn siden igen om lidt. Ellers kan du gå til betaling igen fra mellemværendet.',
      en: 'The payment service does not have the money yet. If you have just paid, open the page again in a moment. Otherwise go to the payment again from the outstanding balance.',
    },
    kind: 'warning',
  },
  refused: {
    heading: { da: 'Betalingen blev ikke til noget', en: 'The payment came to nothing' },
    text: { da: 'Intet er betalt. Du kan prøve igen.', en: 'Nothing is paid. You can try again.' },
    kind: 'error',
  },
} as const
