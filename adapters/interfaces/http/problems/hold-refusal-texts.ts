import type { HoldRefusal } from '../../../../domain/hold/refusal'
import { problemText, type ProblemText } from './problem-text'

/** Status and texts for each refusal of a command to a legal hold. */
export const holdRefusalTexts: Readonly<Record<HoldRefusal['_tag'], ProblemText>> = {
  HoldIsUnknown: problemText(404, 'Slettestoppet findes ikke.', 'There is no such legal hold.'),
  HoldIsSetAlready: problemText(409, 'Slettestoppet findes allerede.', 'The legal hold exists already.'),
  HoldIsOver: problemText(
    409,
    'Slettestoppet er ophævet eller udløbet.',
    'The legal hold was released, or its last day is past.',
  ),
  LastDayIsNotAllowed: problemText(
    422,
    'Et slettestop slutter på den sidste dag i en måned, højst tolv måneder ude i fremtiden.',
    'A legal hold ends on the last day of a month, at most twelve months away.',
  ),
  LastDayIsNotLater: problemText(
    422,
    'Slettestoppet skal forlænges til en senere dag.',
    'A legal hold is prolonged to a later day.',
  ),
  ScopeIsUnknown: problemText(404, 'Ingen post har dette id.', 'No record has this id.'),
  ScopeIsErased: problemText(
    409,
    'Posten er slettet eller ved at blive slettet, så sletningen kan ikke stoppes.',
    'The record is erased or being erased, so it cannot be held.',
  ),
  ClassCannotBeHeld: problemText(
    422,
    'Kun sletningen af en låners poster kan stoppes.',
    'Only records of a borrower can be held.',
  ),
}
