import { httpProblemText, type ProblemText } from './http-problem-text'
import type { HttpRequestFailure } from './http-request-failure'

type AuditFailure =
  | 'ClassOpeningIsUnknown'
  | 'ApproverIsTheSame'
  | 'ClassIsNotOpen'
  | 'ReplayFindsNothing'
  | 'EventIsNotSigned'
  | 'EventIsUnknown'
  | 'LogDiffersFromHead'

/** Why a record is not replayed, a class not opened, or an event not proved. */
export const auditFailureTexts: Readonly<Record<HttpRequestFailure['_tag'] & AuditFailure, ProblemText>> = {
  ClassOpeningIsUnknown: httpProblemText(
    404,
    'Der er ingen åbning med dette id, eller den er udløbet.',
    'There is no opening with this id, or it has ended.',
  ),
  ApproverIsTheSame: httpProblemText(
    403,
    'Du har selv bedt om åbningen. En anden skal godkende den.',
    'You asked for the opening yourself. Somebody else must approve it.',
  ),
  ClassIsNotOpen: httpProblemText(
    403,
    'Åbningen er ikke godkendt endnu, eller det er en anden, der har bedt om den.',
    'The opening is not approved yet, or somebody else asked for it.',
  ),
  ReplayFindsNothing: httpProblemText(
    404,
    'Der er ingen hændelse om dette indtil da.',
    'There is no event of this record up to that point.',
  ),
  EventIsNotSigned: httpProblemText(
    404,
    'Hændelsen er ikke blandt dem, som loggens nyeste underskrevne hoved omfatter. Det næste underskrives, når dagen lukkes; for persons, når måneden lukkes.',
    'The event is not among those that the newest signed head of the log has. The next head is signed when the day is closed; for persons, when the month is closed.',
  ),
  EventIsUnknown: httpProblemText(404, 'Hændelsen findes ikke.', 'There is no such event.'),
  LogDiffersFromHead: httpProblemText(
    500,
    'Loggen har ikke alt det, som dens nyeste hoved har underskrevet, så intet bevises. glemsom audit verify siger, hvad der er anderledes.',
    'The log has not all that its newest head has signed, so nothing is proved. glemsom audit verify says what differs.',
  ),
}
