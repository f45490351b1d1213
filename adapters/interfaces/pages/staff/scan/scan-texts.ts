import type { TextInBothLanguages } from '../../../../../retention/promises/kind-of-data'

/** The texts of every page on which something is scanned. */
export const scanTexts = {
  send: { da: 'Registrér', en: 'Enter' },
  latest: { da: 'Seneste scanning', en: 'Latest scan' },
  sound: { da: 'Lyd', en: 'Sound' },
  lines: { da: 'Scanninger på denne side', en: 'Scans on this page' },
  wrongCode: { da: 'Forkert nummer', en: 'Wrong number' },
  wrongReason: { da: 'Begrundelsen kan ikke bruges', en: 'The reason cannot be used' },
  notSent: { da: 'Ikke sendt', en: 'Not sent' },
  notSentText: {
    da: 'Serveren svarede ikke. Scanningen er gemt her på siden og kan sendes igen.',
    en: 'The server did not answer. The scan is kept on this page, and can be sent again.',
  },
  loggedOut: { da: 'Du er logget ud', en: 'You are logged out' },
  loggedOutText: {
    da: 'Scanningen er gemt her på siden. Log ind i et andet vindue, og send den igen.',
    en: 'The scan is kept on this page. Log in in another window, and send it again.',
  },
  unsent: { da: 'Scanninger, der ikke er sendt:', en: 'Scans that are not sent:' },
  sendAgain: { da: 'Send dem igen', en: 'Send them again' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** A scan that is two numbers. `at`: after how many characters the second begins. No number is repeated in it. */
export const twoNumbersText = (at: number): TextInBothLanguages => ({
  da: `Det er to numre, der er læst som ét: det andet begynder efter ${String(at)} tegn. Intet er registreret. Scan ét nummer ad gangen.`,
  en: `These are two numbers that were read as one: the second begins after ${String(at)} characters. Nothing is recorded. Scan one number at a time.`,
})
