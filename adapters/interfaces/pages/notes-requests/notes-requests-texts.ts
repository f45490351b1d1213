import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const notesRequestsTexts = {
  title: { da: 'Anmodninger om noter', en: 'Requests for notes' },
  lead: {
    da: 'Lånere, der har bedt om at se de interne noter. Gennemgå noterne, fjern det, der er om andre, og svar inden dagen.',
    en: 'Borrowers who have asked to see the internal notes. Review the notes, remove what is about others, and answer by the day.',
  },
  none: { da: 'Ingen venter på svar.', en: 'Nobody waits for an answer.' },
  borrower: { da: 'Låner', en: 'Borrower' },
  requestedOn: { da: 'Bedt om', en: 'Asked for on' },
  answerBy: { da: 'Svar senest', en: 'Answer by' },
  notes: { da: 'Noterne', en: 'The notes' },
  noNotes: { da: 'Der er ingen noter.', en: 'There are no notes.' },
  given: { da: 'Det får låneren at se', en: 'What the borrower gets to see' },
  givenHint: {
    da: 'Lad det stå tomt, når der ingen noter er. Svaret glemmes ved udgangen af næste måned.',
    en: 'Leave it empty when there are no notes. The answer is forgotten at the end of next month.',
  },
  withheldBecause: { da: 'Hvorfor noget er udeladt', en: 'Why something is left out' },
  withheldHint: { da: 'Tomt, når intet er udeladt', en: 'Empty when nothing is left out' },
  answer: { da: 'Svar låneren', en: 'Answer the borrower' },
  answered: { da: 'Låneren kan læse svaret nu.', en: 'The borrower can read the answer now.' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
