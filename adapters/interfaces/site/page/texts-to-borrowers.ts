import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { isShownObstacle } from '../../../../domain/policy/borrower-obligations'
import type { ReservationRefusal } from '../../../../domain/policy/reservation-refusal'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { reservationRefusalReasonTexts } from '../../http/problems/refusal-reason-texts'
import type { CommandRefusalOverHttp, HttpFailure } from '../../http/problems/http-failure'
import type { HttpCaller } from '../../http/tokens/caller'
import type { FormProblem } from '../../pages/layout/page-frame'

/** Why a borrower cannot reserve a title. Reasons that say nothing of the borrower stand as programs are told. */
const reservationTexts: Readonly<Record<ReservationRefusal, TextInBothLanguages>> = {
  ...reservationRefusalReasonTexts,
  patron_is_blocked: {
    da: 'Du er blokeret. Øverst på siden står hvorfor, og hvad du kan gøre.',
    en: 'You are blocked. The top of the page says why, and what you can do.',
  },
  patron_not_found: { da: 'Du er ikke låner her mere.', en: 'You are no longer a borrower here.' },
  already_reserved: { da: 'Du har allerede reserveret titlen.', en: 'You have already reserved the title.' },
  already_loaned: { da: 'Du har allerede lånt titlen.', en: 'You already have the title on loan.' },
  loaning_profile_not_found: {
    da: 'Materialet udlånes ikke til lånere i din gruppe.',
    en: 'The material is not lent to borrowers of your group.',
  },
  below_age_limit: {
    da: 'Materialet har en aldersgrænse, og du er for ung til det.',
    en: 'The material has an age limit, and you are too young for it.',
  },
  exceeds_max_reservations: {
    da: 'Du har så mange reserveringer, som du må have. Annuller en af dem, eller vent, til du har lånt en.',
    en: 'You have as many reservations as you may have. Cancel one of them, or wait until you have borrowed one.',
  },
}

/** Refusals that speak of the borrower, in words to the borrower. */
const refusalTexts: Readonly<Partial<Record<CommandRefusalOverHttp['_tag'], TextInBothLanguages>>> = {
  BorrowerIsUnknown: reservationTexts.patron_not_found,
  CardIsUnknown: { da: 'Du har ikke dette kort.', en: 'You have no such card.' },
  EmailIsUnknown: { da: 'Du har ikke denne e-mail længere.', en: 'You have this e-mail no more.' },
  FeeIsNotOwed: { da: 'Du skylder ikke dette gebyr.', en: 'You do not owe this fee.' },
  FeeIsAReimbursement: {
    da: 'Beløbet er en refusion: biblioteket skylder det til dig.',
    en: 'This is a reimbursement: the library owes it to you.',
  },
}

const erasureTexts = {
  mustEndFirst: {
    da: 'Du kan ikke slettes, før alt er afleveret og betalt, og intet slettestop gælder.',
    en: 'You can be erased only when everything is returned and paid, and no legal hold stands.',
  },
  /** Names no condition: by what is left of them it would tell that a legal hold stands. */
  askTheLibrary: {
    da: 'Du kan ikke slettes på denne anmodning nu. Spørg biblioteket eller databeskyttelsesrådgiveren, som svarer dig inden en måned: hvordan, står nederst på siden.',
    en: 'You cannot be erased on this request now. Ask the library or the data protection officer, who answer you within a month: how to reach them stands at the foot of the page.',
  },
} as const

const renewalTexts: Readonly<Record<string, TextInBothLanguages>> = {
  deniedLoanerIsBlocked: reservationTexts.patron_is_blocked,
  deniedLoanerNotFound: reservationTexts.patron_not_found,
}

/** The reason of each title, by its place in the list that the borrower has sent. */
const reasonsOfTitles = (
  refused: Extract<CommandRefusalOverHttp, { readonly _tag: 'ParallelTitlesAreRefused' }>,
): TextInBothLanguages => {
  const say = (language: MessageLanguage, title: string): string =>
    refused.titles
      .map(({ index, because }) => `${title} ${String(index + 1)}: ${reservationTexts[because][language]}`)
      .join(' ')
  return {
    da: `Ingen af titlerne er reserveret. ${say('da', 'Titel nr.')}`,
    en: `None of the titles is reserved. ${say('en', 'Title no.')}`,
  }
}

const refusalText = (refusal: CommandRefusalOverHttp): TextInBothLanguages | undefined => {
  if (refusal._tag === 'ReservationIsRefused') return reservationTexts[refusal.because]
  if (refusal._tag === 'RenewalIsDenied') return renewalTexts[refusal.answer]
  if (refusal._tag === 'HoldsOrOwes')
    return refusal.obstacles.some(isShownObstacle) ? erasureTexts.mustEndFirst : erasureTexts.askTheLibrary
  return refusal._tag === 'ParallelTitlesAreRefused' ? reasonsOfTitles(refusal) : refusalTexts[refusal._tag]
}

/** What a failure says to a borrower; undefined where its text says nothing of the borrower. */
const textOfFailure = (failure: HttpFailure): TextInBothLanguages | undefined => {
  if (failure._tag === 'RefusedInBody') return textOfFailure(failure.failure)
  return failure._tag === 'Refused' ? refusalText(failure.refusal) : undefined
}

/** A problem of a form that a borrower has sent speaks to them. Problems of others stay as they are. */
export const withTextToBorrower =
  (language: MessageLanguage, { role }: HttpCaller, failure: HttpFailure) =>
  <P extends FormProblem>(problem: P): P => {
    const detail = role === 'borrower' ? textOfFailure(failure)?.[language] : undefined
    if (detail === undefined) return problem
    const toBorrower = (text: string): string => (text === problem.detail ? detail : text)
    return {
      ...{ ...problem, title: toBorrower(problem.title), detail },
      textByPointer: Object.fromEntries(
        Object.entries(problem.textByPointer).map(([pointer, text]) => [pointer, toBorrower(text)]),
      ),
    }
  }
