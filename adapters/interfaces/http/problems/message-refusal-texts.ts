import type { MessageRefusal } from '../../../../domain/message/message-refusal'
import { httpProblemText, type ProblemText } from './http-problem-text'

/** Status and texts for each refusal of a command to a message. */
export const messageRefusalTexts: Readonly<Record<MessageRefusal['_tag'], ProblemText>> = {
  MessageIsUnknown: httpProblemText(404, 'Beskeden findes ikke.', 'There is no such message.'),
  MessageSaysNothing: httpProblemText(422, 'Beskeden siger intet.', 'The message says nothing.'),
  MessageHasEnded: httpProblemText(
    409,
    'Beskeden er sendt, opgivet eller slettet.',
    'The message was sent, given up or erased.',
  ),
  MessageIsNoLetter: httpProblemText(
    409,
    'Beskeden sendes ikke som brev, så den kan ikke udskrives.',
    'The message does not go by letter, so it cannot be printed.',
  ),
  NothingIsOutstanding: httpProblemText(
    409,
    'Låneren har hverken overskredne lån eller ubetalte gebyrer, så der er ingen opgørelse at sende.',
    'The borrower has neither overdue loans nor unpaid fees, so there is no statement to send.',
  ),
  StatementWasMadeToday: httpProblemText(
    409,
    'Låneren har allerede fået en opgørelse i dag.',
    'The borrower has got a statement today already.',
  ),
}
