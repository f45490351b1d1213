import type { LegalHoldRefusal } from '../../../../domain/hold/legal-hold-refusal'
import { httpProblemText, type ProblemText } from './http-problem-text'

/** Status and texts for each refusal of a command to a legal hold. */
export const legalHoldRefusalTexts: Readonly<Record<LegalHoldRefusal['_tag'], ProblemText>> = {
  HoldIsUnknown: httpProblemText(404, 'Slettestoppet findes ikke.', 'There is no such legal hold.'),
  HoldIsSetAlready: httpProblemText(409, 'Slettestoppet findes allerede.', 'The legal hold exists already.'),
  HoldIsOver: httpProblemText(
    409,
    'Slettestoppet er ophævet eller udløbet.',
    'The legal hold was released, or its last day is past.',
  ),
  LastDayIsNotAllowed: httpProblemText(
    422,
    'Et slettestop slutter på den sidste dag i en måned, højst tolv måneder ude i fremtiden.',
    'A legal hold ends on the last day of a month, at most twelve months away.',
  ),
  LastDayIsNotLater: httpProblemText(
    422,
    'Slettestoppet skal forlænges til en senere dag.',
    'A legal hold is prolonged to a later day.',
  ),
  ScopeIsUnknown: httpProblemText(404, 'Ingen post har dette id.', 'No record has this id.'),
  ScopeIsErased: httpProblemText(
    409,
    'Posten er slettet eller ved at blive slettet, så sletningen kan ikke stoppes.',
    'The record is erased or being erased, so it cannot be held.',
  ),
  ClassCannotBeHeld: httpProblemText(
    422,
    'Kun sletningen af en låners poster kan stoppes.',
    'Only records of a borrower can be held.',
  ),
  RecordingsAreNotHeld: httpProblemText(
    409,
    'Optagelser gemmes højst 30 dage. Bibliotekets regler stopper ikke sletningen af dem.',
    'Recordings are kept for 30 days at most. The policy of the library holds none.',
  ),
  RecordingNeedsExplanation: httpProblemText(
    422,
    'Låneren skal have at vide, at optagelsen gemmes, og hvorfor.',
    'The borrower is told that the recording is kept, and why.',
  ),
  BorrowerOfDisputeIsWrong: httpProblemText(
    422,
    'Til en optagelse, og kun til den, hører låneren, som sagen er med.',
    'The borrower with whom there is a dispute is named for a recording, and for nothing else.',
  ),
}
