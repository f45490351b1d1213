import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const borrowerCorrectionTexts = {
  title: { da: 'Ret låneren', en: 'Correct the borrower' },
  registerTitle: { da: 'Opret låner', en: 'Register a borrower' },
  registered: { da: 'Låneren er oprettet.', en: 'The borrower is registered.' },
  registeredMinorAsAdult: {
    da: 'Låneren er oprettet, men står i gruppen for voksne og er under 18 år. Ret lånergruppen, hvis den er forkert, og registrér værgen.',
    en: 'The borrower is registered, but is in the group of adults and under 18. Correct the borrower group if it is wrong, and register the guardian.',
  },
  registeredAdultAsChild: {
    da: 'Låneren er oprettet, men står i gruppen for børn og er fyldt 18 år. Ret lånergruppen, hvis den er forkert. Giv låneren siden om privatliv.',
    en: 'The borrower is registered, but is in the group of children and 18 or older. Correct the borrower group if it is wrong. Hand out the page on privacy to the borrower.',
  },
  registerText: {
    da: 'Giv låneren siden om privatliv: den siger, hvad biblioteket gemmer, hvorfor, og hvor længe.',
    en: 'Hand out the page on privacy: it says what the library keeps, why, and how long.',
  },
  privacy: { da: 'Siden om privatliv', en: 'The page on privacy' },
  register: { da: 'Opret', en: 'Register' },
  identity: { da: 'Hvem låneren er', en: 'Who the borrower is' },
  reason: { da: 'Begrundelse for rettelsen', en: 'Why it is put right' },
  corrected: { da: 'Oplysningerne er rettet.', en: 'The record is put right.' },
  preferences: { da: 'Tilhørsfilial og sprog', en: 'Home branch and language' },
  protection: { da: 'Navne- og adressebeskyttelse', en: 'Protection of name and address' },
  protectionOn: { da: 'Beskyttet', en: 'Protected' },
  protectionOff: { da: 'Ikke beskyttet', en: 'Not protected' },
  protectedFirst: {
    da: 'Navn og adresse er beskyttet. Åbn dem, før du retter dem.',
    en: 'Name and address are protected. Open them before you correct them.',
  },
  card: { da: 'Kortnummer', en: 'Card number' },
  newCard: { da: 'Udsted kort', en: 'Issue a card' },
  replaces: { da: 'I stedet for', en: 'In place of' },
  noCard: { da: 'Ingen: det er et kort mere', en: 'None: it is a further card' },
  stolen: { da: 'Meld stjålet', en: 'Report stolen' },
  stolenConfirm: {
    da: 'Ja, spær kortet og blokér låneren',
    en: 'Yes, stop the card and block the borrower',
  },
  stolenText: {
    da: 'Kortet kan ikke bruges mere, og låneren kan ikke låne, før blokeringen er ophævet. Det gælder kortet',
    en: 'The card cannot be used any more, and the borrower cannot borrow until the block is lifted. It is about card',
  },
  cardStolen: {
    da: 'Kortet er spærret, og låneren er blokeret.',
    en: 'The card is no longer used, and the borrower is blocked.',
  },
  pin: { da: 'Ny PIN-kode', en: 'New PIN' },
  pinHint: {
    da: 'Fire til otte cifre. Lad låneren taste den.',
    en: 'Four to eight digits. Let the borrower key it in.',
  },
  setPin: { da: 'Gem PIN-kode', en: 'Save the PIN' },
  pinSet: {
    da: 'PIN-koden er gemt. Ingen kan læse den. Låneren er logget ud overalt.',
    en: 'The PIN is saved. Nobody can read it. The borrower is logged out everywhere.',
  },
  cardIssued: { da: 'Kortet er udstedt.', en: 'The card is issued.' },
  save: { da: 'Gem', en: 'Save' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
