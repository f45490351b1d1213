import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What the page says above the ways to log in: nothing, or why the last try led nowhere. */
export type LogInNotice =
  | 'nobodyFound'
  | 'childNeedsGuardian'
  | 'givenUp'
  | 'providerUnavailable'
  | 'answerRefused'
  | 'formIsOld'
  | 'cardOrPinIsWrong'
  | 'cardIsLocked'
  | 'logInIsRefused'
  | 'unavailable'
  | 'loggedOut'

/** The status and the text of each notice. */
export const logInNotices: Readonly<Record<LogInNotice, TextInBothLanguages & { readonly status: number }>> = {
  nobodyFound: {
    status: 403,
    da: 'Du er ikke registreret som låner her. Kom på biblioteket, eller log ind med kort og PIN-kode.',
    en: 'You are not registered as a borrower here. Come to the library, or log in with card and PIN.',
  },
  childNeedsGuardian: {
    status: 403,
    da: 'Du er ikke registreret som låner her. Børn under 18 år oprettes på biblioteket sammen med en værge.',
    en: 'You are not registered as a borrower here. Children under 18 are registered at the library, with a guardian.',
  },
  givenUp: { status: 200, da: 'Du er ikke logget ind.', en: 'You are not logged in.' },
  providerUnavailable: {
    status: 503,
    da: 'Det er ikke muligt at logge ind på den måde lige nu. Prøv igen om lidt.',
    en: 'It is not possible to log in that way right now. Try again in a moment.',
  },
  answerRefused: {
    status: 403,
    da: 'Svaret på log-in kunne ikke godkendes. Prøv igen.',
    en: 'The answer to the log-in could not be accepted. Try again.',
  },
  formIsOld: {
    status: 403,
    da: 'Siden var for gammel, eller din browser tillader ikke cookies. Prøv igen.',
    en: 'The page was too old, or your browser allows no cookies. Try again.',
  },
  cardOrPinIsWrong: {
    status: 422,
    da: 'Kort eller PIN-kode er forkert.',
    en: 'The card or the PIN is wrong.',
  },
  cardIsLocked: {
    status: 429,
    da: 'For mange forkerte PIN-koder. Vent højst en halv time.',
    en: 'Too many wrong PINs. Wait half an hour at most.',
  },
  logInIsRefused: {
    status: 403,
    da: 'Der kan ikke logges ind på denne låner. Henvend dig på biblioteket.',
    en: 'This borrower cannot log in. Please ask at the library.',
  },
  unavailable: {
    status: 503,
    da: 'Det er ikke muligt at logge ind lige nu. Prøv igen om lidt.',
    en: 'It is not possible to log in right now. Try again in a moment.',
  },
  loggedOut: { status: 200, da: 'Du er logget ud.', en: 'You are logged out.' },
}

export const logInTexts = {
  title: { da: 'Log ind', en: 'Log in' },
  cookie: {
    da: 'Når du logger ind, får din browser en cookie med et tilfældigt nummer. Den forsvinder, når du logger ud eller lukker browseren.',
    en: 'When you log in, your browser gets a cookie with a random number. It goes when you log out or close the browser.',
  },
  logInAnew: {
    da: 'Log ind igen: siden kræver, at du lige har gjort det.',
    en: 'Log in again: the page asks that you have just done so.',
  },
  with: { da: 'Log ind med', en: 'Log in with' },
  borrowers: { da: 'Log ind som låner eller værge', en: 'Log in as a borrower or guardian' },
  staff: { da: 'Log ind som personale', en: 'Log in as staff' },
  demo: {
    da: 'Vælg, hvem du vil være: låner, værge eller personale',
    en: 'Choose who to be: borrower, guardian or staff',
  },
  cardText: { da: 'Kun for lånere.', en: 'For borrowers only.' },
  cardHeading: { da: 'Log ind med kort og PIN-kode', en: 'Log in with card and PIN' },
  card: { da: 'Kortnummer', en: 'Card number' },
  cardHint: { da: 'Nummeret på dit lånerkort', en: 'The number on your library card' },
  pin: { da: 'PIN-kode', en: 'PIN' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** For whom a provider is. */
export const peopleOfAudience = {
  borrowers: { da: 'lånere og værger', en: 'borrowers and guardians' },
  staff: { da: 'personale', en: 'staff' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
