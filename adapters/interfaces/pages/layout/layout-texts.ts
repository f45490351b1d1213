import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** The texts that every page of the site has. */
export const layoutTexts = {
  skipToContent: { da: 'Spring til indhold', en: 'Skip to content' },
  library: { da: 'Biblioteket', en: 'The library' },
  menu: { da: 'Menu', en: 'Menu' },
  otherLanguage: { da: 'In English', en: 'På dansk' },
  myLibrary: { da: 'Mit bibliotek', en: 'My library' },
  unknownReader: {
    da: 'Denne side ved ikke, hvem der læser den, heller ikke om du er logget ind.',
    en: 'This page does not know who reads it, nor whether you are logged in.',
  },
  logOut: { da: 'Log ud', en: 'Log out' },
  logOutEverywhere: { da: 'Log ud overalt', en: 'Log out everywhere' },
  done: { da: 'Det er gjort', en: 'Done' },
  sessionEnds: { da: 'Du bliver snart logget ud', en: 'You will soon be logged out' },
  sessionEndsText: {
    da: 'Det sker om to minutter, hvis du ikke gør noget.',
    en: 'It happens in two minutes unless you do something.',
  },
  stayLoggedIn: { da: 'Bliv logget ind', en: 'Stay logged in' },
  privacy: { da: 'Privatliv', en: 'Privacy' },
  cookies: { da: 'Cookies', en: 'Cookies' },
  accessibility: { da: 'Tilgængelighed', en: 'Accessibility' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
