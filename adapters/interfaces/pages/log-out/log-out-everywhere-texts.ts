import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const logOutEverywhereTexts = {
  none: {
    da: 'Du er logget ind her og ingen andre steder.',
    en: 'You are logged in here and nowhere else.',
  },
  one: {
    da: 'Du er logget ind her og 1 andet sted: i en anden browser eller på en anden maskine.',
    en: 'You are logged in here and in 1 other place: in another browser or on another machine.',
  },
  text: {
    da: 'Knappen logger dig ud alle steder på én gang, også her. Brug den, når du har glemt at logge ud på en maskine, som andre bruger.',
    en: 'The button logs you out everywhere at once, here too. Use it when you have forgotten to log out on a machine that others use.',
  },
  ends: {
    da: 'Ellers slutter hvert log-ind af sig selv efter 30 minutter uden brug, og senest efter otte timer. Så glemmes det.',
    en: 'Otherwise each log-in ends by itself after 30 minutes without use, and after eight hours at the latest. Then it is forgotten.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** How many other places there are. */
export const otherPlacesText = (others: number): TextInBothLanguages => {
  if (others === 0) return logOutEverywhereTexts.none
  if (others === 1) return logOutEverywhereTexts.one
  return {
    da: `Du er logget ind her og ${String(others)} andre steder: i andre browsere eller på andre maskiner.`,
    en: `You are logged in here and in ${String(others)} other places: in other browsers or on other machines.`,
  }
}
