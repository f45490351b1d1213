import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** The texts of being forgotten on request. */
export const erasureTexts = {
  title: { da: 'Bliv glemt', en: 'Be forgotten' },
  freely: {
    da: 'Intet af det, siden viser, står i vejen for, at du bliver glemt.',
    en: 'Nothing that this page shows stands in the way of being forgotten.',
  },
  hindered: { da: 'Før du kan blive glemt, skal dette ende:', en: 'Before you can be forgotten, this must end:' },
  hold: {
    da: 'Kræver en sag, at noget gemmes, svarer biblioteket dig inden en måned.',
    en: 'If a case needs something to be kept, the library answers you within a month.',
  },
  underWay: { da: 'Du er ved at blive glemt', en: 'You are being forgotten' },
  requested: {
    da: 'Du har bedt om det. Om højst et minut kan ingen læse noget om dig her, heller ikke biblioteket. Du bliver logget ud.',
    en: 'You asked for it. Within a minute nobody can read anything about you here, not even the library. You are then logged out.',
  },
  lapsed: {
    da: 'Biblioteket er ikke brugt længe. Alt om dig slettes med udgangen af måneden.',
    en: 'The library has not been used for long. Everything on you is erased with the end of the month.',
  },
  announced: {
    da: 'Biblioteket er ikke brugt længe. Bruger du det ikke, slettes alt om dig ved udgangen af',
    en: 'The library has not been used for long. Unless you use it, everything on you is erased at the end of',
  },
  what: { da: 'Det glemmes', en: 'What is forgotten' },
  whatText: {
    da: 'Alt, hvad der står på siden med dine oplysninger: navn, CPR-nummer, kontakt, kort, beskeder, historik. Nøglen til det bliver ødelagt, så ingen kan læse det, heller ikke i en sikkerhedskopi, når den er udløbet.',
    en: 'Everything on the page with your data: name, CPR number, contact, cards, messages, history. The key to it is destroyed, so that nobody can read it, nor in a backup once that has run out.',
  },
  stays: { da: 'Det bliver tilbage', en: 'What remains' },
  staysText: {
    da: 'Tal uden navne, for eksempel at en bog har været lånt. Et bevis for sletningen, som ikke siger, hvem du var.',
    en: 'Figures without names, for instance that a book was on loan. A certificate of the erasure that does not say who you were.',
  },
  afterwards: { da: 'Bagefter', en: 'Afterwards' },
  afterwardsText: {
    da: 'Dine kort virker ikke mere, og det kan ikke fortrydes. Vil du låne igen, bliver du oprettet som ny.',
    en: 'Your cards no longer work, and it cannot be undone. If you want to borrow again, you are registered anew.',
  },
  confirm: { da: 'Ja, biblioteket skal glemme alt om mig', en: 'Yes, the library shall forget everything about me' },
  confirmFirst: { da: 'skal være sat, før du bliver glemt', en: 'must be ticked before you are forgotten' },
  button: { da: 'Glem mig nu', en: 'Forget me now' },
  back: { da: 'Nej, gå tilbage', en: 'No, go back' },
  loans: { da: 'Lån, der ikke er afleveret', en: 'Loans that are not returned' },
  loansEnd: { da: 'Aflevér på et bibliotek, eller se dem her', en: 'Return them at a library, or see them here' },
  reservations: { da: 'Reserveringer', en: 'Reservations' },
  reservationsEnd: { da: 'Slet dem her', en: 'Cancel them here' },
  setAsides: { da: 'Eksemplarer, der er sat til side til dig', en: 'Copies that are set aside for you' },
  setAsidesEnd: { da: 'Slet reserveringerne her', en: 'Cancel the reservations here' },
  unfinishedPayments: {
    da: 'Betalinger, der er begyndt og ikke afsluttet',
    en: 'Payments that were begun and are not finished',
  },
  unfinishedPaymentsEnd: {
    da: 'Mangler du at betale, venter betalingen på dig: fortsæt den her. Har du betalt, bogføres den af sig selv inden længe',
    en: 'If you have not paid yet, the payment waits for you: go on with it here. If you have paid, it is recorded by itself before long',
  },
  unpaidReimbursements: {
    da: 'Beløb, som biblioteket skylder dig',
    en: 'Amounts that the library owes you',
  },
  unpaidReimbursementsEnd: { da: 'Få dem udbetalt på biblioteket', en: 'Have them paid out at the library' },
  explainedLegalHolds: {
    da: 'Oplysninger, der gemmes, fordi en sag kræver dem',
    en: 'Data that is kept because a case needs it',
  },
  explainedLegalHoldsEnd: {
    da: 'Se hvilke, hvorfor, til hvornår, og hvad du kan gøre',
    en: 'See which, why, until when, and what you can do',
  },
  owed: { da: 'Det skylder du', en: 'What you owe' },
  owedEnd: { da: 'Betal her, eller på biblioteket', en: 'Pay here, or at the library' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
