import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const balanceTexts = {
  title: { da: 'Mellemværende', en: 'Outstanding balance' },
  owed: { da: 'Du skylder i alt', en: 'You owe in total' },
  nothingOwed: { da: 'Du skylder ikke noget.', en: 'You owe nothing.' },
  unlevied: {
    da: 'Heraf er nogle gebyrer for sen aflevering ikke opkrævet endnu. De kan betales, når de er opkrævet.',
    en: 'Some of it are fees for lateness that are not levied yet. They can be paid when they are levied.',
  },
  blockedSince: {
    da: 'Du kan ikke låne, forny eller reservere, før det er betalt. Siden',
    en: 'You cannot borrow, renew or reserve before it is paid. Since',
  },
  unpaid: { da: 'Betal', en: 'Pay' },
  unpaidHint: {
    da: 'Vælg, hvad du vil betale. Et gebyr betales helt.',
    en: 'Choose what to pay. A fee is paid whole.',
  },
  pay: { da: 'Gå til betaling', en: 'Go to payment' },
  nothingToPay: { da: 'Der er intet at betale her.', en: 'There is nothing to pay here.' },
  fees: { da: 'Gebyrer og regninger', en: 'Fees and bills' },
  noFees: { da: 'Biblioteket husker ingen gebyrer eller regninger.', en: 'The library remembers no fees or bills.' },
  kind: { da: 'Art', en: 'Kind' },
  lateness: { da: 'Gebyr for sen aflevering', en: 'Fee for lateness' },
  compensation: { da: 'Erstatning for bortkommet materiale', en: 'Compensation for lost material' },
  titles: { da: 'For', en: 'For' },
  leviedOn: { da: 'Opkrævet', en: 'Levied on' },
  amount: { da: 'Beløb', en: 'Amount' },
  state: { da: 'Status', en: 'State' },
  unpaidState: { da: 'Ikke betalt', en: 'Not paid' },
  paid: { da: 'Betalt', en: 'Paid' },
  writtenOff: { da: 'Afskrevet', en: 'Written off' },
  cancelled: { da: 'Annulleret', en: 'Cancelled' },
  paidOut: { da: 'Udbetalt', en: 'Paid out' },
  forgotten: { da: 'Glemmes', en: 'Forgotten' },
  forgottenLater: { da: '30 dage efter, at det er gjort op', en: '30 days after it is settled' },
  reimbursements: { da: 'Det skylder biblioteket dig', en: 'The library owes you' },
  noReimbursements: { da: 'Biblioteket skylder dig ikke noget.', en: 'The library owes you nothing.' },
  because: { da: 'Hvorfor', en: 'Why' },
  copyFound: { da: 'Det bortkomne er fundet', en: 'What was lost is found' },
  paidTooMuch: { da: 'Der er betalt for meget', en: 'Too much was paid' },
  decidedByStaff: { da: 'Personalet har besluttet det', en: 'Staff decided it' },
  grantedOn: { da: 'Bevilget', en: 'Granted on' },
  notPaidOut: { da: 'Ikke udbetalt: spørg på biblioteket', en: 'Not paid out: ask at the library' },
  receipts: { da: 'Kvitteringer', en: 'Receipts' },
  receiptsHint: {
    da: 'Gem kvitteringen: når det bortkomne er fundet, får den, der viser den, prisen tilbage, også når biblioteket har glemt regningen. Ekspeditionsgebyret betales ikke tilbage. Den lange tekst beviser, at biblioteket har udstedt kvitteringen.',
    en: 'Keep the receipt: when what was lost is found, whoever presents it gets the price back, also when the library has forgotten the bill. The fee for handling is not paid back. The long text proves that the library gave the receipt.',
  },
  receipt: { da: 'Kvittering', en: 'Receipt' },
  price: { da: 'Pris', en: 'Price' },
  validUntil: { da: 'Gælder til', en: 'Valid until' },
  statement: { da: 'Opgørelse til udskrift', en: 'Statement to print' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** How far the collection of a fee has come. */
export const collectionTexts = {
  none: undefined,
  noticeRequested: { da: 'Varsel om inddrivelse er på vej', en: 'A notice before collection is on its way' },
  noticeSent: {
    da: 'Sendes til inddrivelse, hvis det ikke betales senest',
    en: 'Passed on for collection unless paid by',
  },
  selected: { da: 'Sendes til inddrivelse', en: 'Being passed on for collection' },
  passedOn: { da: 'Sendt til inddrivelse', en: 'Passed on for collection' },
} as const
