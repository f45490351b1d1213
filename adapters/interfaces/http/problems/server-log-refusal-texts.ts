import type { ServerLogRefusal } from '../../../../domain/server-log-opening/server-log-refusal'
import { httpProblemText, type ProblemText } from './http-problem-text'

/** Status and texts for each reason for which the server log of a day cannot be opened. */
export const serverLogRefusalTexts: Readonly<Record<ServerLogRefusal['_tag'], ProblemText>> = {
  ServerLogIsUnwritten: httpProblemText(
    404,
    'Dagen har ingen serverlog: ingen har besøgt siderne, eller dagen er ikke slut.',
    'The day has no server log: nobody visited the pages, or the day is not over.',
  ),
  ServerLogIsErased: httpProblemText(410, 'Dagens serverlog er slettet.', 'The server log of the day is erased.'),
}
