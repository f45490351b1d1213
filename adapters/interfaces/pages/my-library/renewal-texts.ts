import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What stands in the way of a renewal, in words to the borrower. */
export const renewalDenialTexts = {
  titleReserved: { da: 'Kan ikke fornys: andre har reserveret.', en: 'Cannot be renewed: others have reserved it.' },
  renewalLimitReached: {
    da: 'Kan ikke fornys flere gange.',
    en: 'Cannot be renewed any more.',
  },
  borrowerBlocked: { da: 'Kan ikke fornys: du er blokeret.', en: 'Cannot be renewed: you are blocked.' },
  materialNotLent: {
    da: 'Kan ikke fornys: materialet udlånes ikke længere.',
    en: 'Cannot be renewed: the material is not lent any more.',
  },
  loanEnded: { da: 'Lånet er afsluttet.', en: 'The loan has ended.' },
  borrowerUnknown: { da: 'Kan ikke fornys.', en: 'Cannot be renewed.' },
  noLoanPeriod: {
    da: 'Kan ikke fornys: materialet har ingen lånetid.',
    en: 'Cannot be renewed: the material has no loan period.',
  },
  tooEarly: { da: 'Kan fornys fra', en: 'Can be renewed from' },
  claimedReturned: {
    da: 'Kan ikke fornys: du har oplyst, at det er afleveret, og biblioteket leder efter det.',
    en: 'Cannot be renewed: you said that it was returned, and the library looks for it.',
  },
  otherReason: { da: 'Kan ikke fornys lige nu.', en: 'Cannot be renewed now.' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
