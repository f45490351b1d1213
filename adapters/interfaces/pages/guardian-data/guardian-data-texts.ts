import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const guardianDataTexts = {
  title: { da: 'Dine oplysninger som værge', en: 'Your data as a guardian' },
  lead: {
    da: 'Her er alt, hvad biblioteket har om dig som værge: hvad det er, hvorfor biblioteket har det, og hvornår det glemmes. Om barnet står her kun det, du også ellers ser.',
    en: 'Here is everything that the library holds on you as a guardian: what it is, why the library has it, and when it is forgotten. Of the child it has only what you see elsewhere too.',
  },
  download: { da: 'Hent det hele (JSON)', en: 'Download all (JSON)' },
  correct: { da: 'Ret dine kontaktoplysninger', en: 'Correct your contact details' },
  privacy: { da: 'Dine rettigheder, og hvem du kan spørge', en: 'Your rights, and whom you can ask' },
  ofChild: { da: 'Værge for', en: 'Guardian of' },
  nothing: { da: 'Biblioteket har intet.', en: 'The library holds nothing.' },
  none: { da: 'Du er ikke værge for nogen låner.', en: 'You are the guardian of no borrower.' },
  purpose: { da: 'Hvorfor', en: 'Why' },
  legalBasis: { da: 'Retsgrundlag', en: 'Legal basis' },
  until: { da: 'Glemmes', en: 'Forgotten' },
  madeOn: { da: 'Opgjort den', en: 'Made on' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** What the page calls the data on the guardian, which the promises table names from the side of the child. */
export const headingsOfGuardianData: Readonly<Record<string, TextInBothLanguages>> = {
  guardian: { da: 'Hvem du er, og hvordan biblioteket når dig', en: 'Who you are, and how the library reaches you' },
  guardianCprNumber: { da: 'Dit CPR-nummer', en: 'Your CPR number' },
  guardianPaper: { da: 'Papir med din underskrift', en: 'Paper with your signature' },
  outstandingBalance: { da: 'Hvad barnet skylder, og betalinger', en: 'What the child owes, and payments' },
  messages: { da: 'Beskeder til dig', en: 'Messages to you' },
  notices: { da: 'Bekræftelse af din e-mail', en: 'Verification of your e-mail' },
}
