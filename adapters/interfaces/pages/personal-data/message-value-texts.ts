import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type TextsByValue = Readonly<Record<string, TextInBothLanguages>>

/** The values of messages that are one of a few, by member. */
export const messageValueTexts: Readonly<Record<string, TextsByValue>> = {
  about: {
    dueSoon: { da: 'afleveringsdag, der nærmer sig', en: 'a due day that comes' },
    recall: { da: 'hjemkaldelse', en: 'a recall' },
    bill: { da: 'regning', en: 'a bill' },
    readyForPickUp: { da: 'klar til afhentning', en: 'ready for pick-up' },
    reservationRunningOut: { da: 'reservering, der udløber', en: 'a reservation that runs out' },
    fee: { da: 'gebyr', en: 'a fee' },
    payment: { da: 'betaling', en: 'a payment' },
    statement: { da: 'opgørelse over mellemværende', en: 'a statement of outstanding matters' },
    welcome: { da: 'velkomst', en: 'a welcome' },
    verifyEmail: { da: 'bekræftelse af e-mailadressen', en: 'the confirmation of the e-mail address' },
    beforeErasure: { da: 'sletning af låneren', en: 'the erasure of the borrower' },
    collectionNotice: { da: 'varsel om inddrivelse', en: 'a notice before collection' },
  },
  channel: {
    email: { da: 'e-mail', en: 'e-mail' },
    sms: { da: 'sms', en: 'text message' },
    letter: { da: 'brev', en: 'letter' },
    digitalPost: { da: 'Digital Post', en: 'Digital Post' },
  },
  outcome: {
    pending: { da: 'venter på at blive sendt', en: 'waits to be sent' },
    sent: { da: 'sendt', en: 'sent' },
    failed: { da: 'kunne ikke sendes', en: 'could not be sent' },
  },
  failure: {
    connection: { da: 'ingen forbindelse', en: 'no connection' },
    timeout: { da: 'intet svar', en: 'no answer' },
    tls: { da: 'forbindelsen var ikke sikker', en: 'the connection was not secure' },
    authentication: { da: 'biblioteket blev afvist', en: 'the library was refused' },
    busy: { da: 'modtageren var optaget', en: 'the recipient was busy' },
    recipientRefused: { da: 'adressen blev afvist', en: 'the address was refused' },
    rejected: { da: 'beskeden blev afvist', en: 'the message was refused' },
    noContactInformation: {
      da: 'hverken bekræftet e-mail eller mobil',
      en: 'neither a verified e-mail address nor a mobile',
    },
    cprNumber: { da: 'den ville indeholde et CPR-nummer', en: 'it would hold a CPR number' },
    tooLate: { da: 'for sent', en: 'too late' },
    causeEnded: { da: 'det, den handlede om, var ovre', en: 'what it told had ended' },
  },
}
