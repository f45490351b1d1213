import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const childrenTexts = {
  title: { da: 'Børn', en: 'Children' },
  none: {
    da: 'Du er ikke værge for nogen låner.',
    en: 'You are the guardian of no borrower.',
  },
  more: {
    da: 'Du er værge for flere børn, end siden og filen har plads til. Spørg personalet på biblioteket om de andre: hvad de skylder, og hvad biblioteket har om dig som deres værge.',
    en: 'You are the guardian of more children than this page and the file have room for. Ask staff at the library about the others: what they owe, and what the library holds on you as their guardian.',
  },
  owed: { da: 'Skylder i alt', en: 'Owes in total' },
  nothingOwed: { da: 'Skylder ikke noget.', en: 'Owes nothing.' },
  titlesHidden: {
    da: 'Fra 15 år er det barnets egen sag, hvad det låner: du ser beløb, ikke titler.',
    en: 'From the age of 15 it is the child’s own affair what it borrows: you see amounts, not titles.',
  },
  contact: { da: 'Sådan når biblioteket dig', en: 'How the library reaches you' },
  contactText: {
    da: 'Biblioteket bruger oplysningerne til at skrive til dig om det, barnet skylder. De glemmes med værgemålet.',
    en: 'The library uses this to write to you about what the child owes. It is forgotten with the guardianship.',
  },
  contactChanged: { da: 'Dine kontaktoplysninger er rettet.', en: 'Your contact details are changed.' },
  correctContact: { da: 'Ret', en: 'Correct' },
  privacy: {
    da: 'Hvad biblioteket gemmer om værger, hvorfor og hvor længe',
    en: 'What the library keeps of guardians, why and how long',
  },
  guardianshipEnds: {
    da: 'Biblioteket glemmer, at du er værge, ved udgangen af måneden efter den måned, hvor barnet fylder 18, eller hvor værgen skiftes.',
    en: 'The library forgets that you are the guardian at the end of the month after the month in which the child turns 18 or the guardian is replaced.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
