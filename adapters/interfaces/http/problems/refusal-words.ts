import { copyWords } from './copy-words'
import type { Refusal } from './failure'
import { telling, type Telling } from './words'

/** What is told for each refusal. Somebody who was erased is a stranger, as somebody who never came. */
export const refusalWords: Readonly<Record<Refusal['_tag'], Telling>> = {
  ...copyWords,
  ReservationIsRefused: telling(422, 'Reserveringen afvises.', 'The reservation is refused.'),
  ReservationIsUnknown: telling(404, 'Reserveringen findes ikke.', 'There is no such reservation.'),
  ReservationIsMadeAlready: telling(409, 'Reserveringen er lavet.', 'The reservation has been made.'),
  InterestIsTooLong: telling(422, 'Så længe kan ingen vente.', 'Nobody may wait for that long.'),
  InterestIsOver: telling(422, 'Interessedatoen er forbi.', 'The last day of interest is past.'),
  ReservationRuns: telling(409, 'Reserveringen gælder endnu.', 'The reservation still runs.'),
  BorrowerIsUnknown: telling(404, 'Låneren findes ikke.', 'There is no such borrower.'),
  BorrowerIsAlreadyRegistered: telling(409, 'Låneren er oprettet.', 'The borrower is registered.'),
  NumberIsTaken: telling(409, 'Nummeret er i brug.', 'The number is taken.'),
  AlreadyBlockedForThisReason: telling(
    409,
    'Låneren er blokeret af den grund.',
    'The borrower is blocked for this reason already.',
  ),
  BlockIsUnknown: telling(404, 'Blokeringen findes ikke.', 'There is no such block.'),
  StillWithinInactivityPeriod: telling(409, 'Låneren er ikke inaktiv.', 'The borrower is not inactive.'),
  HoldsOrOwes: telling(
    409,
    'Låneren kan ikke slettes, før alt er afleveret og betalt.',
    'The borrower can be erased only when everything is returned and paid.',
  ),
  FeeIsUnknown: telling(404, 'Gebyret findes ikke.', 'There is no such fee.'),
  FeeIsAlreadyLevied: telling(409, 'Gebyret er opkrævet.', 'The fee has been levied.'),
  FeeIsForNothing: telling(422, 'Gebyret er ikke for noget.', 'The fee is for nothing.'),
  FeeIsNotForLateness: telling(409, 'Gebyret er ikke for en for sen aflevering.', 'The fee is not for lateness.'),
  FeeIsSettled: telling(409, 'Gebyret er afgjort.', 'The fee is settled.'),
  FeeIsForgotten: telling(410, 'Gebyret er glemt.', 'The fee is forgotten.'),
  FeeIsNotOwed: telling(409, 'Låneren skylder ikke dette gebyr.', 'The borrower does not owe this fee.'),
  FeeIsBeingPaid: telling(
    409,
    'Gebyret er ved at blive betalt med en anden betaling.',
    'The fee is being paid by another payment.',
  ),
  PaymentIsUnknown: telling(404, 'Betalingen findes ikke.', 'There is no such payment.'),
  PaymentNamesNoFee: telling(422, 'Betalingen nævner intet gebyr.', 'The payment names no fee.'),
  PaymentNamesAFeeTwice: telling(422, 'Betalingen nævner et gebyr to gange.', 'The payment names a fee twice.'),
  AmountIsNotTheSum: telling(
    422,
    'Beløbet er ikke summen af gebyrerne; de betales hele.',
    'The amount is not the sum of the fees; they are paid whole.',
  ),
  OrderIsAnotherPayment: telling(
    409,
    'Ordrenummeret er brugt til en anden betaling.',
    'The order id was used for another payment.',
  ),
}
