import type { MessageLanguage } from '../../../../domain/borrower/message-language'

/** The texts of the statement in both languages. */
const texts = {
  heading: { da: 'Opgørelse over mellemværende', en: 'Statement of outstanding matters' },
  borrower: { da: 'Låner', en: 'Borrower' },
  name: { da: 'Navn', en: 'Name' },
  number: { da: 'Lånernummer', en: 'Borrower number' },
  address: { da: 'Adresse', en: 'Address' },
  madeOn: { da: 'Opgjort den', en: 'Made on' },
  nothing: { da: 'Der er intet mellemværende.', en: 'There are no outstanding matters.' },
  overdueLoans: { da: 'Lån over afleveringsdatoen', en: 'Overdue loans' },
  title: { da: 'Titel', en: 'Title' },
  item: { da: 'Eksemplar', en: 'Item number' },
  dueOn: { da: 'Afleveringsdato', en: 'Due day' },
  daysOverdue: { da: 'Dage over datoen', en: 'Days overdue' },
  status: { da: 'Status', en: 'Status' },
  notReturned: { da: 'Ikke afleveret', en: 'Not returned' },
  recalled: { da: 'Hjemkaldt', en: 'Recalled' },
  claimedReturned: { da: 'Oplyst afleveret', en: 'Claimed returned' },
  unpaidFees: { da: 'Ubetalte gebyrer og regninger', en: 'Unpaid fees and bills' },
  kind: { da: 'Art', en: 'Kind' },
  lateness: { da: 'Gebyr for sen aflevering', en: 'Fee for lateness' },
  compensation: { da: 'Erstatning for bortkommet materiale', en: 'Compensation for lost material' },
  titles: { da: 'For', en: 'For' },
  leviedOn: { da: 'Opkrævet', en: 'Levied on' },
  collection: { da: 'Inddrivelse', en: 'Collection' },
  none: { da: '', en: '' },
  noticeRequested: { da: 'Varsel om inddrivelse er på vej', en: 'A notice before collection is on its way' },
  noticeSent: {
    da: 'Sendes til inddrivelse, hvis det ikke betales senest',
    en: 'Passed on for collection unless paid by',
  },
  selected: { da: 'Sendes til inddrivelse', en: 'Being passed on for collection' },
  passedOn: { da: 'Sendt til inddrivelse', en: 'Passed on for collection' },
  amount: { da: 'Beløb', en: 'Amount' },
  unlevied: {
    da: 'Gebyrer for sen aflevering, der ikke er opkrævet endnu',
    en: 'Fees for lateness that are not levied yet',
  },
  owed: { da: 'Du skylder i alt', en: 'You owe in total' },
  unpaidReimbursements: { da: 'Biblioteket skylder dig', en: 'The library owes you' },
  grantedOn: { da: 'Bevilget', en: 'Granted on' },
  owedByLibrary: { da: 'I alt', en: 'In total' },
  noteToBorrower: { da: 'Note til låner', en: 'Note to the borrower' },
} satisfies Record<string, Readonly<Record<MessageLanguage, string>>>

export type StatementText = keyof typeof texts

/** The text of a name in a language. */
export type StatementTexts = (name: StatementText) => string

/** The texts of the statement in a language. */
export const statementTextsIn =
  (language: MessageLanguage): StatementTexts =>
  (name) =>
    texts[name][language]
