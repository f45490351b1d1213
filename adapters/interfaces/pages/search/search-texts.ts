import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const searchTexts = {
  title: { da: 'Søg', en: 'Search' },
  query: { da: 'Titel, forfatter eller titelnummer', en: 'Title, author or title number' },
  queryHint: {
    da: 'Begyndelsen af et ord er nok. Biblioteket ved ikke, hvem der søger, og gemmer ikke hvad.',
    en: 'The beginning of a word is enough. The library does not know who searches, and does not store what they searched for.',
  },
  search: { da: 'Søg', en: 'Search' },
  found: { da: 'Fundet', en: 'Found' },
  titleNumber: { da: 'titelnummer', en: 'title number' },
  none: { da: 'Intet er fundet.', en: 'Nothing is found.' },
  more: {
    da: 'Der er flere, end her er plads til. Skriv et ord mere.',
    en: 'There are more than there is room for. Add a word.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
