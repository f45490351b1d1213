import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What a page says whose content is read in the background. */
export const backgroundTexts = {
  isBeingRead: {
    da: 'Begge logge læses igennem. Det tager tid, når der er mange hændelser. Siden viser resultatet, når det er klar.',
    en: 'Both logs are being read. With many events this takes time. The page shows the result when it is ready.',
  },
  progress: { da: 'Læste hændelser', en: 'Events read' },
  look: { da: 'Se, om resultatet er klar', en: 'See whether the result is ready' },
  readAt: { da: 'Læst fra loggene', en: 'Read from the logs' },
  readAnew: { da: 'Læs loggene igen', en: 'Read the logs again' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
