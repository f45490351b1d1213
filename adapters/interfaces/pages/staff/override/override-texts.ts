import type { TextInBothLanguages } from '../../../../../retention/promises/kind-of-data'

/** The texts with which staff go on in spite of a refusal. */
export const overrideTexts = {
  reason: { da: 'Begrundelse for at gå videre alligevel', en: 'Reason for going on all the same' },
  hintOfLoan: {
    da: 'Låneren kan læse den. Den glemmes sammen med lånet.',
    en: 'The borrower can read it. It is forgotten with the loan.',
  },
  hintOfReservation: {
    da: 'Låneren kan læse den. Den glemmes sammen med reserveringen.',
    en: 'The borrower can read it. It is forgotten with the reservation.',
  },
  missing: { da: 'Begrundelsen mangler', en: 'The reason is missing' },
  write: {
    da: 'Skriv, hvorfor du går videre alligevel.',
    en: 'Write why you go on all the same.',
  },
  lend: { da: 'Udlån alligevel', en: 'Lend all the same' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
