import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/**
 * The accessibility statement (tilgængelighedserklæring), after the model of the law on the accessibility of the websites of
 * public bodies (lov nr. 692 af 8. juni 2018) and of the Commission's decision (EU) 2018/1523.
 */
export const accessibilityTexts = {
  title: { da: 'Tilgængelighedserklæring', en: 'Accessibility statement' },
  intro: {
    da: 'er forpligtet til at gøre sine websteder tilgængelige efter lov om tilgængelighed af offentlige organers websteder og mobilapplikationer. Erklæringen gælder for dette websted.',
    en: 'is bound to make its websites accessible under the Danish act on the accessibility of the websites and mobile applications of public bodies. This statement applies to this website.',
  },
  library: { da: 'Biblioteket', en: 'The library' },
  status: { da: 'Overensstemmelse', en: 'Compliance status' },
  statusText: {
    da: 'Webstedet følger WCAG 2.1 på niveau AA (EN 301 549).',
    en: 'The website follows WCAG 2.1 at level AA (EN 301 549).',
  },
  content: { da: 'Utilgængeligt indhold', en: 'Content that is not accessible' },
  contentText: {
    da: 'Optagelser og kameraers billeder, som vagten og godkendt personale ser, har ingen tekst, der siger, hvad de viser. Titler på materialer er skrevet på det sprog, de har.',
    en: 'Recordings and pictures of cameras, which the duty officer and approved staff see, have no text that says what they show. Titles of materials are written in the language that they have.',
  },
  prepared: { da: 'Udarbejdelse', en: 'Preparation' },
  preparedText: {
    da: 'Erklæringen bygger på bibliotekets egen gennemgang: hver side afprøves i en browser, med tastatur alene, i 320 punkters bredde og med værktøjet axe.',
    en: 'The statement rests on a review of our own: each page is tried in a browser, by keyboard alone, at a width of 320 points, and with the tool axe.',
  },
  preparedOn: {
    da: 'Erklæringen er udarbejdet og senest gennemgået den',
    en: 'The statement was prepared and last reviewed on',
  },
  feedback: { da: 'Skriv til os', en: 'Write to us' },
  feedbackText: {
    da: 'Finder du noget, du ikke kan bruge, eller vil du have noget i en anden form, så skriv eller ring. Vi svarer så hurtigt, vi kan.',
    en: 'If you find something that you cannot use, or want something in another form, write or call. We answer as soon as we can.',
  },
  enforcement: { da: 'Håndhævelse', en: 'Enforcement' },
  enforcementText: {
    da: 'Er du ikke tilfreds med svaret, eller har du intet svar efter 10 arbejdsdage, kan du henvende dig til Digitaliseringsstyrelsen, som fører tilsyn med loven.',
    en: 'If you are not satisfied with the answer, or have none after 10 working days, you can turn to the Danish Agency for Digital Government (Digitaliseringsstyrelsen), which supervises the law.',
  },
  enforcementLink: {
    da: 'Sådan henvender du dig til Digitaliseringsstyrelsen',
    en: 'How to turn to the agency (in Danish)',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** The day on which the pages were last reviewed. */
export const accessibilityReviewedOn = '2026-11-30'

/** Where the agency takes complaints. */
export const accessibilityComplaintsUrl =
  'https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/'
