import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What the page says: what a link can do, or what became of it. */
export type EmailVerificationView =
  'usable' | 'confirmed' | 'ended' | 'unknown' | 'mailed' | 'no e-mail to verify' | 'too many links' | 'unavailable'

interface ViewTexts {
  readonly heading: TextInBothLanguages
  readonly text: TextInBothLanguages
}

const askElsewhere: TextInBothLanguages = {
  da: 'Log ind på bibliotekets hjemmeside, eller spørg på biblioteket, så sender vi et nyt link.',
  en: "Log in on the library's website, or ask at the library, and we send a new link.",
}

export const textsByView: Readonly<Record<EmailVerificationView, ViewTexts>> = {
  usable: {
    heading: { da: 'Bekræft din e-mailadresse', en: 'Confirm your e-mail address' },
    text: {
      da: 'Bekræft, at biblioteket må sende beskeder til den adresse, som linket blev sendt til.',
      en: 'Confirm that the library may send messages to the address to which the link was sent.',
    },
  },
  confirmed: {
    heading: { da: 'E-mailadressen er bekræftet', en: 'The e-mail address is confirmed' },
    text: {
      da: 'Fra nu af sender biblioteket beskeder hertil.',
      en: 'From now on the library sends messages to it.',
    },
  },
  ended: {
    heading: { da: 'Linket kan ikke bruges længere', en: 'The link can be used no longer' },
    text: {
      da: 'Det er brugt, for gammelt, eller adressen er ændret. Vi kan sende et nyt link til den adresse, der er valgt til beskeder.',
      en: 'It was used, it is too old, or the address was changed. We can send a new link to the address that is marked for notices.',
    },
  },
  unknown: { heading: { da: 'Linket findes ikke', en: 'There is no such link' }, text: askElsewhere },
  mailed: {
    heading: { da: 'Et nyt link er på vej', en: 'A new link is on its way' },
    text: { da: 'Se i din indbakke om et øjeblik.', en: 'Look into your inbox in a moment.' },
  },
  'no e-mail to verify': {
    heading: { da: 'Der er intet at bekræfte', en: 'There is nothing to confirm' },
    text: {
      da: 'Adressen er bekræftet, eller der er ingen adresse til beskeder.',
      en: 'The address is confirmed, or there is no address for notices.',
    },
  },
  'too many links': {
    heading: { da: 'Vi har sendt for mange links', en: 'We have sent too many links' },
    text: { da: 'Prøv igen, når der er gået en dag.', en: 'Try again when a day has passed.' },
  },
  unavailable: {
    heading: { da: 'Det virker ikke lige nu', en: 'It does not work right now' },
    text: { da: 'Prøv igen om lidt.', en: 'Try again in a moment.' },
  },
}

interface ViewAction {
  /** What stands after the address of the link. */
  readonly path: string
  readonly label: TextInBothLanguages
}

/** What a button of a view does; most have none. */
export const actionsByView: Readonly<Partial<Record<EmailVerificationView, ViewAction>>> = {
  usable: { path: '', label: { da: 'Bekræft adressen', en: 'Confirm the address' } },
  ended: { path: '/new-link', label: { da: 'Send et nyt link', en: 'Send a new link' } },
}

/** The status of each view. A link that was used, or is too old, is not found any more. */
export const statusByView: Readonly<Record<EmailVerificationView, number>> = {
  ...{ usable: 200, confirmed: 200, ended: 404, unknown: 404, mailed: 200 },
  ...{ 'no e-mail to verify': 200, 'too many links': 429, unavailable: 503 },
}
