import { httpProblemText, type ProblemText } from './http-problem-text'
import type { HttpRequestFailure } from './http-request-failure'

type AuditFailure = 'ClassOpeningIsUnknown' | 'ApproverIsTheSame' | 'ClassIsNotOpen' | 'ReplayFindsNothing'

/** Why a record is not replayed, or a class not opened. */
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
}
