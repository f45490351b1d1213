import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type Texts = Readonly<Record<string, TextInBothLanguages>>

/** The titles of the pages of administrators and auditors. */
export const administrationTitles = {
  retention: { da: 'Administration', en: 'Administration' },
  serverLog: { da: 'Serverlog', en: 'Server log' },
  openings: { da: 'Åbninger af serverloggen', en: 'Openings of the server log' },
  visits: { da: 'Besøg på hjemmesiden', en: 'Visits to the website' },
  legalHolds: { da: 'Slettestop', en: 'Legal holds' },
  recordsOpened: { da: 'Hvem har set på lånere', en: 'Who has looked at borrowers' },
  disclosures: { da: 'Videregivelser', en: 'Disclosures' },
} as const satisfies Texts

/** What the pages of administrators and auditors have in common. */
export const administrationTexts = {
  day: { da: 'Dag', en: 'Day' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  reasonHint: {
    da: 'Hvorfor det er nødvendigt, konkret. Skriv ikke CPR-numre.',
    en: 'Why it is necessary, concretely. Do not write CPR numbers.',
  },
  by: { da: 'Hvem', en: 'Who' },
  forgottenOn: { da: 'Glemmes', en: 'Forgotten' },
  withheld: { da: 'Vises ikke for din rolle', en: 'Not shown to your role' },
} as const satisfies Texts
