import type { LendingRefusalTag } from '../../../../domain/policy/lending-refusal'
import type { OtherRenewalDenial, RenewalDenial } from '../../../../domain/policy/renewal-outcome'
import type { ReservationRefusal } from '../../../../domain/policy/reservation-refusal'
import { formatDayInWords } from '../../../../domain/message/format-day-in-words'
import { httpProblemText, type ProblemText } from './http-problem-text'

/**
 * Texts for the reasons why a loan is refused. Reasons that lie in the copy's state are conflicts (409), reasons that
 * lie with the borrower are not (422).
 */
export const lendingRefusalReasonTexts: Readonly<Record<LendingRefusalTag, ProblemText>> = {
  borrowerBlocked: httpProblemText(422, 'Låneren er blokeret.', 'The borrower is blocked.'),
  debtOverLimit: httpProblemText(
    422,
    'Låneren skylder for meget: mellemværendet har nået grænsen.',
    'The borrower owes too much: the outstanding balance has reached the limit.',
  ),
  loanLimitReached: httpProblemText(422, 'Låneren har nået grænsen for antal lån.', 'The loan limit is reached.'),
  belowAgeLimit: httpProblemText(422, 'Materialet har en aldersgrænse.', 'The material has an age limit.'),
  materialNotLent: httpProblemText(422, 'Materialet udlånes ikke.', 'The material is not lent.'),
  copyOnLoan: httpProblemText(409, 'Eksemplaret er udlånt.', 'The copy is on loan.'),
  copyLost: httpProblemText(409, 'Eksemplaret er registreret som bortkommet.', 'The copy is registered as lost.'),
  copyWithdrawn: httpProblemText(409, 'Eksemplaret er kasseret.', 'The copy is withdrawn.'),
  copySetAsideForAnother: httpProblemText(
    409,
    'Eksemplaret er lagt til side til en anden låner.',
    'The copy is set aside for another borrower.',
  ),
  borrowerUnknown: httpProblemText(422, 'Låneren findes ikke.', 'There is no such borrower.'),
}

/** Texts for the eight reasons why a renewal is denied. */
export const renewalRefusalReasonTexts: Readonly<Record<RenewalDenial, ProblemText>> = {
  deniedReserved: httpProblemText(409, 'Andre har reserveret materialet.', 'Others have reserved the material.'),
  deniedMaxRenewalsReached: httpProblemText(
    409,
    'Lånet kan ikke fornys flere gange.',
    'The loan cannot be renewed any more.',
  ),
  deniedLoanerIsBlocked: httpProblemText(409, 'Låneren er blokeret.', 'The borrower is blocked.'),
  deniedMaterialIsNotLoanable: httpProblemText(409, 'Materialet udlånes ikke.', 'The material is not lent.'),
  deniedMaterialIsNotFound: httpProblemText(409, 'Lånet er afsluttet.', 'The loan has ended.'),
  deniedLoanerNotFound: httpProblemText(409, 'Låneren findes ikke.', 'There is no such borrower.'),
  deniedLoaningProfileNotFound: httpProblemText(
    409,
    'Materialet har ingen lånetid.',
    'The material has no loan period.',
  ),
  deniedOtherReason: httpProblemText(409, 'Lånet kan ikke fornys lige nu.', 'The loan cannot be renewed now.'),
}

/** The text for a reason that has no name of its own in the national systems. */
export const otherRenewalReasonText = (why: OtherRenewalDenial): ProblemText =>
  why._tag === 'TooEarly'
    ? httpProblemText(
        409,
        `Det er for tidligt at forny lånet. Det kan fornys fra ${formatDayInWords('da', why.renewableFrom)}.`,
        `It is too early to renew the loan. It may be renewed from ${formatDayInWords('en', why.renewableFrom)}.`,
      )
    : httpProblemText(
        409,
        'Lånet kan ikke fornys, fordi det er oplyst, at eksemplaret er afleveret.',
        'The loan cannot be renewed, because the copy is claimed returned.',
      )

/** Texts for the reasons why a reservation is refused. The path names the title: an unknown one answers 404. */
export const reservationRefusalReasonTexts: Readonly<Record<ReservationRefusal, ProblemText>> = {
  patron_is_blocked: httpProblemText(422, 'Låneren er blokeret.', 'The borrower is blocked.'),
  patron_not_found: httpProblemText(422, 'Låneren findes ikke.', 'There is no such borrower.'),
  already_reserved: httpProblemText(
    409,
    'Låneren har allerede reserveret titlen.',
    'The borrower has already reserved the title.',
  ),
  already_loaned: httpProblemText(
    409,
    'Låneren har allerede lånt titlen.',
    'The borrower already has the title on loan.',
  ),
  material_not_loanable: httpProblemText(422, 'Materialet udlånes ikke.', 'The material is not lent.'),
  material_not_reservable: httpProblemText(422, 'Materialet kan ikke reserveres.', 'The material cannot be reserved.'),
  loaning_profile_not_found: httpProblemText(
    422,
    'Materialet udlånes ikke til låneren.',
    'The material is not lent to the borrower.',
  ),
  below_age_limit: httpProblemText(
    422,
    'Materialet har en aldersgrænse, som låneren ikke opfylder.',
    'The material has an age limit, which the borrower does not meet.',
  ),
  material_lost: httpProblemText(422, 'Materialet er bortkommet.', 'The material is lost.'),
  not_reservable: httpProblemText(422, 'Titlen er kasseret.', 'All copies of the title are withdrawn.'),
  no_reservable_materials: httpProblemText(
    404,
    'Titlen findes ikke: biblioteket har aldrig haft et eksemplar af den.',
    'There is no such title: the library has never had a copy of it.',
  ),
  volume_not_found: httpProblemText(
    422,
    'Biblioteket har ikke dette bind eller hæfte af titlen.',
    'The library has no copy of this volume of the title.',
  ),
  exceeds_max_reservations: httpProblemText(
    422,
    'Låneren har nået grænsen for antal reserveringer.',
    'The reservation limit is reached.',
  ),
}
