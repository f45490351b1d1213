import type { LendingRefusalTag } from '../../../../domain/policy/lending-refusal'
import type { RenewalDenial } from '../../../../domain/policy/renewal-answer'
import type { ReservationRefusal } from '../../../../domain/policy/reservation-refusal'
import { telling, type Telling } from './words'

/** Why a loan is refused, in words. What the copy stands against is a conflict; what the borrower may not do is not. */
export const lendingWords: Readonly<Record<LendingRefusalTag, Telling>> = {
  borrowerBlocked: telling(422, 'Låneren er blokeret.', 'The borrower is blocked.'),
  debtOverLimit: telling(
    422,
    'Låneren skylder for meget: mellemværendet er på 200 kr. eller mere.',
    'The borrower owes too much: the outstanding balance has come to the limit.',
  ),
  loanLimitReached: telling(422, 'Låneren har allerede så mange lån, som man kan have.', 'The loan limit is reached.'),
  belowAgeLimit: telling(422, 'Materialet har en aldersgrænse.', 'The material has an age limit.'),
  materialNotLent: telling(422, 'Materialet udlånes ikke.', 'The material is not lent.'),
  copyOnLoan: telling(409, 'Eksemplaret er udlånt.', 'The copy is on loan.'),
  copyLost: telling(409, 'Eksemplaret regnes for bortkommet.', 'The copy counts as lost.'),
  copyWithdrawn: telling(409, 'Eksemplaret er kasseret.', 'The copy is withdrawn.'),
  copySetAsideForAnother: telling(409, 'Eksemplaret er lagt til side til en anden.', 'The copy is kept for another.'),
  borrowerUnknown: telling(422, 'Låneren findes ikke.', 'There is no such borrower.'),
}

/** The eight answers by which a renewal is denied. */
export const renewalWords: Readonly<Record<RenewalDenial, Telling>> = {
  deniedReserved: telling(409, 'Andre har reserveret materialet.', 'Others have reserved the material.'),
  deniedMaxRenewalsReached: telling(
    409,
    'Lånet er fornyet så ofte, det kan.',
    'It has been renewed as often as it can.',
  ),
  deniedLoanerIsBlocked: telling(409, 'Låneren er blokeret.', 'The borrower is blocked.'),
  deniedMaterialIsNotLoanable: telling(409, 'Materialet udlånes ikke.', 'The material is not lent.'),
  deniedMaterialIsNotFound: telling(409, 'Lånet findes ikke.', 'There is no such loan.'),
  deniedLoanerNotFound: telling(409, 'Låneren findes ikke.', 'There is no such borrower.'),
  deniedLoaningProfileNotFound: telling(409, 'Der er ingen lånetid for materialet.', 'No loan period is known for it.'),
  deniedOtherReason: telling(409, 'Lånet kan ikke fornys nu.', 'The loan cannot be renewed now.'),
}

/** Why a title is not reserved. */
export const reservingWords: Readonly<Record<ReservationRefusal, Telling>> = {
  patron_is_blocked: telling(422, 'Låneren er blokeret.', 'The borrower is blocked.'),
  patron_not_found: telling(422, 'Låneren findes ikke.', 'There is no such borrower.'),
  already_reserved: telling(409, 'Titlen er reserveret i forvejen.', 'The title is reserved already.'),
  already_loaned: telling(409, 'Titlen er lånt i forvejen.', 'The title is on loan to the borrower already.'),
  material_not_loanable: telling(422, 'Materialet udlånes ikke.', 'The material is not lent.'),
  material_not_reservable: telling(422, 'Materialet kan ikke reserveres.', 'The material cannot be reserved.'),
  material_lost: telling(422, 'Materialet er bortkommet.', 'The material is lost.'),
  not_reservable: telling(422, 'Titlen kan ikke reserveres.', 'The title cannot be reserved.'),
  no_reservable_materials: telling(422, 'Biblioteket har ikke titlen.', 'The library has no copy of the title.'),
  exceeds_max_reservations: telling(
    422,
    'Låneren har så mange reserveringer, som man kan have.',
    'The reservation limit is reached.',
  ),
}
