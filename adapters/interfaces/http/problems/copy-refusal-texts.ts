import type { CopyRefusal } from '../../../../domain/copy/copy-refusal'
import { httpProblemText, type ProblemText } from './http-problem-text'

/** Status and texts for each refusal of a copy. */
export const copyRefusalTexts: Readonly<Record<CopyRefusal['_tag'], ProblemText>> = {
  BranchIsUnknown: httpProblemText(
    404,
    'Biblioteket har ikke denne filial. Dem, det har, står i branches.',
    'The library has no such branch. Those that it has stand in branches.',
  ),
  CaseIsUnknown: httpProblemText(404, 'Der er ingen åben sag med dette nummer.', 'There is no open case with this id.'),
  CopyIsUnknown: httpProblemText(404, 'Eksemplaret findes ikke.', 'There is no such copy.'),
  CopyIsOnShelf: httpProblemText(409, 'Eksemplaret står på hylden.', 'The copy is on the shelf.'),
  CopyIsOnLoan: httpProblemText(409, 'Eksemplaret er udlånt.', 'The copy is on loan.'),
  CopyIsOnPullList: httpProblemText(
    409,
    'Eksemplaret står på hylden og skal findes frem til en låner.',
    'The copy stands on the shelf and is to be fetched for a borrower.',
  ),
  CopyIsOnAnotherPullList: httpProblemText(
    409,
    'Eksemplaret står på en anden filials plukliste.',
    'The copy is on the pull list of another branch.',
  ),
  CopyIsSetAside: httpProblemText(409, 'Eksemplaret er lagt til side.', 'The copy is set aside.'),
  CopyIsInTransit: httpProblemText(409, 'Eksemplaret er undervejs.', 'The copy is in transit.'),
  CopyIsReadyForPickUp: httpProblemText(409, 'Eksemplaret står klar til afhentning.', 'The copy is ready for pick-up.'),
  CopyIsMissing: httpProblemText(409, 'Eksemplaret er savnet.', 'The copy is missing.'),
  CopyIsLost: httpProblemText(409, 'Eksemplaret er registreret som bortkommet.', 'The copy is registered as lost.'),
  CopyIsWithdrawn: httpProblemText(409, 'Eksemplaret er kasseret.', 'The copy is withdrawn.'),
  CopyIsAcquiredAlready: httpProblemText(409, 'Materialenummeret er i brug.', 'The item number is in use.'),
  LoanIsRefused: httpProblemText(422, 'Lånet afvises.', 'The loan is refused.'),
  RenewalIsDenied: httpProblemText(409, 'Lånet kan ikke fornys.', 'The loan cannot be renewed.'),
  LoanIsOver: httpProblemText(409, 'Lånet er afsluttet.', 'The loan has ended.'),
  LoanIsForgotten: httpProblemText(
    410,
    'Lånet kan ikke læses mere: det er glemt, eller nøglen er gået tabt.',
    'The loan can no longer be read: it is forgotten, or its key was lost.',
  ),
  LoanIsOfAnotherDay: httpProblemText(
    409,
    'Et lån kan kun fortrydes samme dag.',
    'A loan can only be undone on the day it was made.',
  ),
  LoanIsNotReturned: httpProblemText(
    409,
    'Lånet er ikke afsluttet med en aflevering.',
    'The loan has not ended with a return.',
  ),
  ReturnIsOfAnotherDay: httpProblemText(
    409,
    'En aflevering kan kun fortrydes samme dag.',
    'A return can only be undone on the day it was made.',
  ),
  ReturnIsOfAnotherBranch: httpProblemText(
    409,
    'Eksemplaret er afleveret eller siden scannet på en anden filial.',
    'The copy was returned, or has been scanned since, at another branch.',
  ),
  CopyWasLentSince: httpProblemText(
    409,
    'Eksemplaret har været udlånt igen siden afleveringen.',
    'The copy has been lent again since the return.',
  ),
  FeeOfReturnStands: httpProblemText(
    409,
    'Gebyret for afleveringen er betalt eller afskrevet, eller personalet har truffet afgørelse om det. Udlån eksemplaret på ny.',
    'The fee for the return is paid or written off, or staff have decided on it. Lend the copy anew.',
  ),
  LoanIsNotOverdueEnough: httpProblemText(
    409,
    'Lånet har ikke været overskredet længe nok.',
    'The loan has not been overdue for long enough.',
  ),
  LoanIsClaimedReturned: httpProblemText(
    409,
    'Låneren har oplyst, at eksemplaret er afleveret. Biblioteket leder efter det.',
    'The borrower has said that the copy was returned. The library is looking for it.',
  ),
  LoanIsNotClaimedReturned: httpProblemText(
    409,
    'Ingen har oplyst, at eksemplaret er afleveret.',
    'Nobody has said that the copy was returned.',
  ),
  ReservationIsForgotten: httpProblemText(
    410,
    'Reserveringen kan ikke læses mere: den er glemt, eller nøglen er gået tabt.',
    'The reservation can no longer be read: it is forgotten, or its key was lost.',
  ),
  CopyIsKeptForAnother: httpProblemText(
    409,
    'Eksemplaret er reserveret til en anden låner.',
    'The copy is reserved for another borrower.',
  ),
  NotThePickUpBranch: httpProblemText(
    409,
    'Eksemplaret skal afhentes på en anden filial.',
    'The copy must be picked up at another branch.',
  ),
}
