import type { CopyRefusal } from '../../../../domain/copy/refusal'
import { telling, type Telling } from './words'

/** What is told when a copy is not lent, returned, renewed or moved. */
export const copyWords: Readonly<Record<CopyRefusal['_tag'], Telling>> = {
  CopyIsUnknown: telling(404, 'Eksemplaret findes ikke.', 'There is no such copy.'),
  CopyIsOnShelf: telling(409, 'Eksemplaret står på hylden.', 'The copy is on the shelf.'),
  CopyIsOnLoan: telling(409, 'Eksemplaret er udlånt.', 'The copy is on loan.'),
  CopyIsSetAside: telling(409, 'Eksemplaret er lagt til side.', 'The copy is set aside.'),
  CopyIsInTransit: telling(409, 'Eksemplaret er undervejs.', 'The copy is in transit.'),
  CopyIsReadyForPickUp: telling(409, 'Eksemplaret står klar til afhentning.', 'The copy is ready for pick-up.'),
  CopyIsLost: telling(409, 'Eksemplaret regnes for bortkommet.', 'The copy counts as lost.'),
  CopyIsWithdrawn: telling(409, 'Eksemplaret er kasseret.', 'The copy is withdrawn.'),
  CopyIsAcquiredAlready: telling(409, 'Materialenummeret er i brug.', 'The item number is taken.'),
  LoanIsRefused: telling(422, 'Lånet afvises.', 'The loan is refused.'),
  RenewalIsDenied: telling(409, 'Lånet kan ikke fornys.', 'The loan cannot be renewed.'),
  LoanIsOver: telling(409, 'Lånet er slut.', 'The loan is over.'),
  LoanIsForgotten: telling(410, 'Lånet er glemt.', 'The loan is forgotten.'),
  LoanIsOfAnotherDay: telling(
    409,
    'Et lån kan kun fortrydes den dag, det er lavet.',
    'A loan can be undone on the day it was made only.',
  ),
  LoanIsNotOverdueEnough: telling(
    409,
    'Lånet er ikke overskredet længe nok.',
    'The loan has not been overdue for long enough.',
  ),
  ReservationIsForgotten: telling(410, 'Reserveringen er glemt.', 'The reservation is forgotten.'),
  CopyIsKeptForAnother: telling(409, 'Eksemplaret er til en anden.', 'The copy is kept for somebody else.'),
  NotThePickUpBranch: telling(
    409,
    'Eksemplaret skal hentes et andet sted.',
    'The copy will be picked up at another branch.',
  ),
}
