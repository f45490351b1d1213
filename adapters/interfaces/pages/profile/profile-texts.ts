import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const profileTexts = {
  title: { da: 'Profil', en: 'Profile' },
  whoYouAre: { da: 'Hvem du er', en: 'Who you are' },
  name: { da: 'Navn', en: 'Name' },
  number: { da: 'Lånernummer', en: 'Borrower number' },
  onlyStaff: {
    da: 'Er navnet forkert, kan personalet rette det. Navn og lånernummer glemmes, når du slettes som låner.',
    en: 'If the name is wrong, staff can correct it. Name and borrower number are forgotten when you are erased as a borrower.',
  },
  allData: { da: 'Alt, hvad biblioteket ved om dig', en: 'Everything that the library knows about you' },
  contact: { da: 'Kontakt', en: 'Contact' },
  contactChanged: { da: 'Dine kontaktoplysninger er rettet.', en: 'Your contact details are changed.' },
  preferences: { da: 'Sprog og bibliotek', en: 'Language and branch' },
  homeBranch: { da: 'Tilhørsfilial', en: 'Home branch' },
  language: { da: 'Sprog i beskeder', en: 'Language of messages' },
  savePreferences: { da: 'Gem dit valg', en: 'Save your choice' },
  preferencesChanged: { da: 'Dit valg er gemt.', en: 'Your choice is saved.' },
  forgottenWhenChanged: {
    da: 'Det, du retter, glemmes ved udgangen af næste måned.',
    en: 'What you change is forgotten at the end of the next month.',
  },
  absence: { da: 'Fraværsperiode', en: 'Absence period' },
  absenceText: {
    da: 'I en fraværsperiode får du ingen reserveringer, men beholder din plads i køen.',
    en: 'In an absence period you get no reservations, but you keep your place in the queue.',
  },
  from: { da: 'Fra og med', en: 'From' },
  fromHint: { da: 'Tom: fra i dag', en: 'Empty: from today on' },
  until: { da: 'Til og med', en: 'Until' },
  untilHint: { da: 'Tom: indtil du fjerner den', en: 'Empty: until you remove it' },
  noAbsence: { da: 'Du har ingen fraværsperiode.', en: 'You have no absence period.' },
  setAbsence: { da: 'Gem fraværsperioden', en: 'Save the absence period' },
  absenceSet: { da: 'Fraværsperioden er gemt.', en: 'The absence period is saved.' },
  removeAbsence: { da: 'Fjern fraværsperioden', en: 'Remove the absence period' },
  absenceRemoved: { da: 'Fraværsperioden er fjernet.', en: 'The absence period is removed.' },
  absenceForgotten: {
    da: 'Glemmes ved udgangen af måneden efter den måned, hvor den er forbi, rettet eller fjernet.',
    en: 'Forgotten at the end of the month after the month in which it is over, changed or removed.',
  },
  cards: { da: 'Kort', en: 'Cards' },
  noCards: { da: 'Du har ingen kort.', en: 'You have no cards.' },
  cardNumber: { da: 'Kortnummer', en: 'Card number' },
  stolen: { da: 'Meld stjålet eller tabt', en: 'Report stolen or lost' },
  stolenText: {
    da: 'Kortet kan ikke bruges mere, og du bliver blokeret og logget ud, indtil personalet har givet dig et nyt kort.',
    en: 'The card cannot be used any more, and you are blocked and logged out until staff have given you a new card.',
  },
  confirmStolen: { da: 'Meld kortet nu', en: 'Report the card now' },
  cardReported: {
    da: 'Kortet er meldt. Det kan ikke bruges mere.',
    en: 'The card is reported. It cannot be used any more.',
  },
  cardReportedText: {
    da: 'Du er blokeret, så ingen kan låne i dit navn. Kom på biblioteket, eller ring, og få et nyt kort.',
    en: 'You are blocked, so that nobody can borrow in your name. Come to the library, or call, and get a new card.',
  },
  cardForgotten: {
    da: 'Et kort, der er erstattet eller meldt, glemmes ved udgangen af næste måned.',
    en: 'A card that is replaced or reported is forgotten at the end of the next month.',
  },
  pin: { da: 'Pinkode', en: 'PIN' },
  pinText: {
    da: 'Ingen kan læse din pinkode, heller ikke biblioteket. Skifter du den, glemmes den gamle straks, og du bliver logget ud alle andre steder.',
    en: 'Nobody can read your PIN, not even the library. If you change it, the old one is forgotten at once, and you are logged out in all other places.',
  },
  currentPin: { da: 'Nuværende pinkode', en: 'Present PIN' },
  currentPinHint: { da: 'Tom, hvis du ikke har en', en: 'Empty if you have none' },
  newPin: { da: 'Ny pinkode', en: 'New PIN' },
  newPinHint: { da: '4 til 8 cifre', en: '4 to 8 digits' },
  pinAgain: { da: 'Ny pinkode igen', en: 'New PIN again' },
  setPin: { da: 'Skift pinkode', en: 'Change the PIN' },
  pinSet: {
    da: 'Pinkoden er skiftet. Du er logget ud alle andre steder.',
    en: 'The PIN is changed. You are logged out in all other places.',
  },
  history: { da: 'Lånehistorik', en: 'Loan history' },
  historyOff: {
    da: 'Biblioteket husker ingen lånehistorik. Vil du have en, begynder den med næste måned. Du kan stoppe den igen når som helst.',
    en: 'The library remembers no loan history. If you want one, it begins with the next month. You can stop it at any time.',
  },
  historyOn: {
    da: 'Du har bedt biblioteket huske dine lån siden',
    en: 'You have asked the library to remember your loans since',
  },
  historyForgotten: {
    da: 'Når du stopper den, vises den ikke mere. Til og med månedens sidste dag kan du læse den i filen under Mine oplysninger; så slettes den.',
    en: 'When you stop it, it is not shown any more. Up to the last day of the month you can read it in the file under My data; then it is erased.',
  },
  giveConsent: { da: 'Husk mine lån', en: 'Remember my loans' },
  consentGiven: { da: 'Lånehistorikken begynder med næste måned.', en: 'The loan history begins with the next month.' },
  withdrawConsent: { da: 'Stop og slet lånehistorikken', en: 'Stop and erase the loan history' },
  consentWithdrawn: {
    da: 'Lånehistorikken er stoppet. Til og med månedens sidste dag står den i filen under Mine oplysninger; så slettes den.',
    en: 'The loan history is stopped. Up to the last day of the month it stands in the file under My data; then it is erased.',
  },
  month: { da: 'Måned', en: 'Month' },
  titles: { da: 'Titler', en: 'Titles' },
  noMonths: { da: 'Der er ingen måneder i den endnu.', en: 'There are no months in it yet.' },
  more: { da: 'flere, som ikke gemmes', en: 'more, which are not kept' },
  olderMonths: { da: 'Ældre måneder', en: 'Older months' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** The languages by their own names. */
export const languageOptions = [
  { value: 'da', text: 'Dansk' },
  { value: 'en', text: 'English' },
] as const
