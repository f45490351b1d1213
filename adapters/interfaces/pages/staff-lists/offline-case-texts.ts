import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** Why a machine's act is a case, in words. */
export const offlineCaseReasonTexts: Readonly<Record<string, TextInBothLanguages | undefined>> = {
  borrowerBlocked: { da: 'låneren var blokeret', en: 'the borrower was blocked' },
  debtOverLimit: { da: 'låneren skyldte for meget', en: 'the borrower owed too much' },
  loanLimitReached: { da: 'låneren havde for mange lån', en: 'the loan limit was reached' },
  belowAgeLimit: { da: 'låneren var for ung til materialet', en: 'the borrower was too young for the material' },
  materialNotLent: { da: 'materialet udlånes ikke', en: 'the material is not lent' },
  copyOnLoan: { da: 'eksemplaret var udlånt', en: 'the copy was on loan' },
  copyLost: { da: 'eksemplaret var bortkommet', en: 'the copy was lost' },
  copyWithdrawn: { da: 'eksemplaret var kasseret', en: 'the copy was withdrawn' },
  copySetAsideForAnother: {
    da: 'eksemplaret var lagt til en anden',
    en: 'the copy was set aside for another borrower',
  },
  borrowerUnknown: { da: 'ingen har kortet', en: 'nobody has the card' },
  branchUnknown: { da: 'filialen er ukendt', en: 'the branch is unknown' },
  titleReserved: { da: 'andre havde reserveret', en: 'others had reserved the title' },
  renewalLimitReached: { da: 'lånet var fornyet for mange gange', en: 'the loan was renewed too often' },
  loanEnded: { da: 'lånet var slut', en: 'the loan had ended' },
  noLoanPeriod: { da: 'materialet har ingen lånetid', en: 'the material has no loan period' },
  tooEarly: { da: 'det var for tidligt at forny', en: 'it was too early to renew' },
  claimedReturned: { da: 'det var oplyst afleveret', en: 'it was claimed returned' },
  otherReason: { da: 'en anden grund', en: 'another reason' },
  countedAsLate: { da: 'lånet var talt som for sent', en: 'the loan was counted as late' },
  copyUnknown: { da: 'eksemplaret er ukendt', en: 'the copy is unknown' },
  loanUnknown: { da: 'lånet er ukendt', en: 'the loan is unknown' },
  tooLongAgo: { da: 'det er for længe siden', en: 'it is too long ago' },
  inTheFuture: { da: 'tidspunktet ligger i fremtiden', en: 'its time lies in the future' },
}
