import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type Texts = Readonly<Record<string, TextInBothLanguages>>

/** What the page on legal holds says. */
export const legalHoldsTexts = {
  lead: {
    da: 'Et slettestop udsætter sletningen af én oplysning til en dag. Se dem igennem: et slettestop, der ikke er brug for længere, skal hæves. Det udløber af sig selv.',
    en: 'A legal hold puts off the erasure of one record until a day. Review them: a hold that is not needed any more must be released. It expires by itself.',
  },
  lastDay: { da: 'Gælder til og med', en: 'In force until' },
  setOn: { da: 'Sat', en: 'Set on' },
  state: { da: 'Gælder', en: 'In force' },
  inForce: { da: 'Ja', en: 'Yes' },
  ended: { da: 'Nej, udløbet eller hævet', en: 'No, expired or released' },
  held: { da: 'Hvad holdes', en: 'What is held' },
  why: { da: 'Hvorfor', en: 'Why' },
  caseNumber: { da: 'Journalnummer', en: 'Case number' },
  reasonForBorrower: { da: 'Hvad låneren får at vide', en: 'What the borrower is told' },
  notExplained: {
    da: 'Må ikke fortælles: låneren ser ingen slettedage',
    en: 'May not be told: the borrower sees no days of forgetting',
  },
  none: { da: 'Der er ingen slettestop.', en: 'There are no legal holds.' },
  release: { da: 'Hæv', en: 'Release' },
  releaseWhy: { da: 'Hvorfor det hæves', en: 'Why it is released' },
  released: {
    da: 'Slettestoppet er hævet. Det ender, når dagen i dag er afsluttet.',
    en: 'The legal hold is released. It ends once today is closed.',
  },
  forgotten: {
    da: 'Hvad der holdes, hvorfor og af hvem glemmes, når slettestoppet er udløbet.',
    en: 'What is held, why and by whom is forgotten once the hold has expired.',
  },
} as const satisfies Texts
