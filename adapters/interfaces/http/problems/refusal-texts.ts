import { copyRefusalTexts } from './copy-refusal-texts'
import { collectionRefusalTexts } from './collection-refusal-texts'
import { guardianRefusalTexts } from './guardian-refusal-texts'
import { legalHoldRefusalTexts } from './legal-hold-refusal-texts'
import { messageRefusalTexts } from './message-refusal-texts'
import { serverLogRefusalTexts } from './server-log-refusal-texts'
import type { CommandRefusalOverHttp, ReimbursementRefusal } from './http-failure'
import { videoRefusalTexts } from './video-refusal-texts'
import { formatOre, type Ore } from '../../../../domain/values/ore'
import { parallelReservationRefusalTexts } from './parallel-reservation-refusal-texts'
import { httpProblemText, type ProblemText } from './http-problem-text'

/** Says what the fees come to, in kroner. */
export const amountIsNotTheSumText = (sum: Ore): ProblemText =>
  httpProblemText(
    422,
    `Beløbet er ikke summen af gebyrerne, ${formatOre('da', sum)} Hvert gebyr skal betales fuldt ud.`,
    `The amount is not the sum of the fees, ${formatOre('en', sum)}. Each fee must be paid in full.`,
  )

/** Texts for a fee that is a reimbursement. */
export const reimbursementRefusalTexts: Readonly<Record<ReimbursementRefusal['_tag'], ProblemText>> = {
  FeeIsUnknown: httpProblemText(404, 'Refusionen findes ikke.', 'There is no such reimbursement.'),
  FeeIsSettled: httpProblemText(
    409,
    'Refusionen er afregnet: den er udbetalt eller annulleret.',
    'The reimbursement is settled: it is paid out or cancelled.',
  ),
}

/** Says what is left, in kroner. */
export const amountIsMoreThanLeftText = (left: Ore): ProblemText =>
  httpProblemText(
    422,
    `Beløbet er større end det, der er tilbage at refundere eller genopkræve, ${formatOre('da', left)}`,
    `The amount is more than what is left to give back or to demand again, ${formatOre('en', left)}.`,
  )

/** Status and texts for each refusal. An erased borrower is answered like one who never registered. */
export const refusalTexts: Readonly<Record<CommandRefusalOverHttp['_tag'], ProblemText>> = {
  ...copyRefusalTexts,
  ...collectionRefusalTexts,
  ...guardianRefusalTexts,
  ...legalHoldRefusalTexts,
  ...messageRefusalTexts,
  ...videoRefusalTexts,
  ...serverLogRefusalTexts,
  ReservationIsRefused: httpProblemText(422, 'Reserveringen afvises.', 'The reservation is refused.'),
  ReservationIsUnknown: httpProblemText(404, 'Reserveringen findes ikke.', 'There is no such reservation.'),
  ReservationIsMadeAlready: httpProblemText(409, 'Reserveringen findes allerede.', 'The reservation exists already.'),
  InterestIsTooLong: httpProblemText(
    422,
    'Interessedatoen ligger for langt ude i fremtiden.',
    'The last day of interest is too far away.',
  ),
  InterestIsOver: httpProblemText(422, 'Interessedatoen er forbi.', 'The last day of interest is past.'),
  ReservationRuns: httpProblemText(409, 'Reserveringen er stadig aktiv.', 'The reservation is still active.'),
  BorrowerIsUnknown: httpProblemText(404, 'Låneren findes ikke.', 'There is no such borrower.'),
  BorrowerIsAlreadyRegistered: httpProblemText(
    409,
    'Låneren er allerede oprettet.',
    'The borrower is already registered.',
  ),
  NumberIsTaken: httpProblemText(409, 'Nummeret er i brug.', 'The number is in use.'),
  AlreadyBlockedForThisReason: httpProblemText(
    409,
    'Låneren er allerede blokeret af denne grund.',
    'The borrower is already blocked for this reason.',
  ),
  CardIsUnknown: httpProblemText(404, 'Låneren har ikke dette kort.', 'The borrower has no such card.'),
  EmailIsUnknown: httpProblemText(
    422,
    'Låneren har ikke denne e-mail længere.',
    'The borrower has this e-mail no more.',
  ),
  BlockIsUnknown: httpProblemText(404, 'Blokeringen findes ikke.', 'There is no such block.'),
  NotesAreNotRequested: httpProblemText(
    409,
    'Låneren har ikke bedt om at se noterne, eller har fået svar.',
    'The borrower has not asked to see the notes, or has an answer.',
  ),
  AbsenceBeginsInPast: httpProblemText(
    422,
    'En fraværsperiode virker kun fremad: den begynder tidligst i dag.',
    'An absence period works forwards only: it begins today at the earliest.',
  ),
  AbsenceEndsInPast: httpProblemText(
    422,
    'En fraværsperiode virker kun fremad: den slutter tidligst i dag.',
    'An absence period works forwards only: it ends today at the earliest.',
  ),
  AbsenceEndsBeforeItBegins: httpProblemText(
    422,
    'Fraværsperiodens sidste dag ligger før den første.',
    'The last day of the absence period is before its first.',
  ),
  StillWithinInactivityPeriod: httpProblemText(409, 'Låneren er ikke inaktiv.', 'The borrower is not inactive.'),
  HoldsOrOwes: httpProblemText(409, 'En sletning er ikke mulig nu.', 'An erasure is not possible now.'),
  FeeIsUnknown: httpProblemText(404, 'Gebyret findes ikke.', 'There is no such fee.'),
  FeeIsAlreadyLevied: httpProblemText(409, 'Gebyret er allerede opkrævet.', 'The fee has already been levied.'),
  FeeIsForNothing: httpProblemText(422, 'Gebyret har ingen poster.', 'The fee has no items.'),
  FeeIsNotForLateness: httpProblemText(
    409,
    'Gebyret gælder ikke for sen aflevering.',
    'The fee is not a fee for lateness.',
  ),
  FeeIsSettled: httpProblemText(409, 'Gebyret er afregnet.', 'The fee is settled.'),
  FeeIsForgotten: httpProblemText(
    410,
    'Gebyret kan ikke læses mere: det er glemt, eller nøglen er gået tabt.',
    'The fee can no longer be read: it is forgotten, or its key was lost.',
  ),
  FeeIsAReimbursement: httpProblemText(
    409,
    'Beløbet er en refusion: biblioteket skylder det til låneren.',
    'This is a reimbursement: the library owes it to the borrower.',
  ),
  FeeIsNoReimbursement: httpProblemText(
    409,
    'Beløbet er ikke en refusion: låneren skylder det til biblioteket.',
    'This is no reimbursement: the borrower owes it to the library.',
  ),
  FeeIsNotPaid: httpProblemText(
    409,
    'Gebyret er ikke betalt, så der er intet at refundere.',
    'The fee was not paid, so there is nothing to reimburse.',
  ),
  FeeIsNotWrittenOff: httpProblemText(409, 'Gebyret er ikke afskrevet.', 'The fee was not written off.'),
  AmountIsNothing: httpProblemText(422, 'Beløbet skal være mindst 1 øre.', 'The amount must be at least 1 øre.'),
  ReductionIsTooLarge: httpProblemText(
    422,
    'Nedsættelsen skal være mindre end det skyldige beløb. Afskriv eller annuller gebyret for at fjerne det helt.',
    'The reduction must be less than what is owed. Write the fee off or cancel it to remove it.',
  ),
  AmountIsMoreThanLeft: httpProblemText(
    422,
    'Beløbet er større end det, der er tilbage at refundere eller genopkræve.',
    'The amount is more than what is left to give back or to demand again.',
  ),
  OrderIsAnotherPayout: httpProblemText(
    409,
    'Ordrenummeret er brugt til en anden udbetaling.',
    'The order id was used for another payout.',
  ),
  ReceiptIsSpent: httpProblemText(
    409,
    'Kvitteringen gælder ikke mere: pengene er betalt tilbage, eller de venter på at blive betalt ud. Åbn låneren, og se under Refusioner i mellemværendet.',
    'The receipt is spent: its money has gone back, or waits to be paid out. Open the borrower, and look under Reimbursements in the balance.',
  ),
  ReceiptIsNotValid: httpProblemText(
    422,
    'Kvitteringen er ikke udstedt af dette bibliotek.',
    'The receipt was not given by this library.',
  ),
  ReceiptHasExpired: httpProblemText(
    422,
    'Kvitteringen er udløbet: den gælder i seks måneder efter betalingen.',
    'The receipt has expired: it is valid for six months after the payment.',
  ),
  CopyIsNotFound: httpProblemText(
    409,
    'Eksemplaret er ikke fundet, så prisen kan ikke betales tilbage.',
    'The copy is not found, so its price cannot go back.',
  ),
  FeeIsNotOwed: httpProblemText(409, 'Låneren skylder ikke dette gebyr.', 'The borrower does not owe this fee.'),
  FeeIsBeingPaid: httpProblemText(
    409,
    'Gebyret er ved at blive betalt med en anden betaling.',
    'The fee is being paid by another payment.',
  ),
  ...parallelReservationRefusalTexts,
  PaymentsAreNotTaken: httpProblemText(
    409,
    'Biblioteket modtager ikke betaling her. Betal på biblioteket.',
    'The library takes no payments here. Pay at the library.',
  ),
  PaymentServiceFails: httpProblemText(
    503,
    'Betalingstjenesten svarer ikke lige nu. Intet er betalt. Prøv igen senere.',
    'The payment service does not answer now. Nothing is paid. Try again later.',
  ),
  PaymentIsUnknown: httpProblemText(404, 'Betalingen findes ikke.', 'There is no such payment.'),
  PaymentNamesNoFee: httpProblemText(422, 'Betalingen nævner intet gebyr.', 'The payment names no fee.'),
  PaymentNamesAFeeTwice: httpProblemText(422, 'Betalingen nævner et gebyr to gange.', 'The payment names a fee twice.'),
  AmountIsNotTheSum: httpProblemText(
    422,
    'Beløbet er ikke summen af gebyrerne. Hvert gebyr skal betales fuldt ud.',
    'The amount is not the sum of the fees. Each fee must be paid in full.',
  ),
  OrderIsAnotherPayment: httpProblemText(
    409,
    'Ordrenummeret er brugt til en anden betaling.',
    'The order id was used for another payment.',
  ),
}
