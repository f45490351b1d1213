import { maxBodyKib, type HttpRequestFailure } from './http-request-failure'
import { auditFailureTexts } from './audit-failure-texts'
import { logInFailureTexts } from './log-in-failure-texts'
import { contentFailureTexts, livePictureFailureTexts, videoRequestFailureTexts } from './video-failure-texts'
import type { FailureTag } from './http-failure'
import { refusalTexts } from './refusal-texts'
import { httpProblemText, type ProblemText } from './http-problem-text'

const requestFailureTexts: Readonly<Record<HttpRequestFailure['_tag'], ProblemText>> = {
  RequestIsInvalid: httpProblemText(400, 'Anmodningen er ugyldig.', 'The request is invalid.'),
  JsonIsMalformed: httpProblemText(400, 'Indholdet er ikke gyldig JSON.', 'The body is not valid JSON.'),
  AddressIsMalformed: httpProblemText(400, 'Adressen (URL) er ugyldig.', 'The URL is malformed.'),
  BodyIsTooLarge: httpProblemText(
    413,
    `Indholdet er for stort: højst ${String(maxBodyKib)} KiB.`,
    `The body is too large: at most ${String(maxBodyKib)} KiB.`,
  ),
  BodyIsEmpty: httpProblemText(
    400,
    'Anmodningen har intet indhold. Send JSON med Content-Type: application/json.',
    'The body is empty. Send JSON with Content-Type: application/json.',
  ),
  BodyIsNotJson: httpProblemText(
    415,
    'Indholdet skal være JSON i UTF-8 med Content-Type: application/json.',
    'The body must be JSON in UTF-8 with Content-Type: application/json.',
  ),
  BodyIsMisencoded: httpProblemText(
    400,
    'Indholdet er ikke tekst i UTF-8 (eller i den tegnkodning, som Content-Type nævner).',
    'The body is not text in UTF-8 (or in the encoding that Content-Type names).',
  ),
  BodyCompressionIsUnknown: httpProblemText(
    415,
    'Indholdet må kun være komprimeret med gzip, deflate, br eller zstd.',
    'The body may be compressed only with gzip, deflate, br or zstd.',
  ),
  BodyCharsetIsUnknown: httpProblemText(415, 'Indholdet skal være tekst i UTF-8.', 'The body must be text in UTF-8.'),
  AnswerIsJson: httpProblemText(
    406,
    'Svaret er JSON eller en anden type, som /openapi.json nævner: send Accept: application/json, eller udelad Accept.',
    'The answer is JSON, or another type that /openapi.json names: send Accept: application/json, or leave Accept out.',
  ),
  AnswerIsPage: httpProblemText(
    406,
    'Svaret er en HTML-side: send Accept: text/html, eller udelad Accept.',
    'The answer is an HTML page: send Accept: text/html, or leave Accept out.',
  ),
  AddressIsUnknown: httpProblemText(
    404,
    'Der er intet på denne adresse (URL). Alle adresser er beskrevet i /openapi.json.',
    'There is nothing at this address (URL). /openapi.json describes every address.',
  ),
  TlsIsMissing: httpProblemText(
    403,
    'Brug https: forbindelsen er ikke krypteret, eller den proxy, der krypterer den, er ikke nævnt i TRUSTED_PROXY.',
    'Use https: the connection is not encrypted, or TRUSTED_PROXY does not name the proxy that encrypts it.',
  ),
  FormIsNotTrusted: httpProblemText(
    403,
    'Siden var for gammel, eller formularen kom et andet sted fra. Intet er ændret. Åbn siden igen, og prøv en gang til.',
    'The page was too old, or the form came from elsewhere. Nothing was changed. Open the page again, and try once more.',
  ),
  MethodIsNotAllowed: httpProblemText(405, 'Metoden kan ikke bruges her.', 'This path does not support the method.'),
  TokenIsMissing: httpProblemText(
    401,
    'Log ind først: send et token med Authorization: Bearer.',
    'Log in first: send a token with Authorization: Bearer.',
  ),
  ...videoRequestFailureTexts,
  RoleIsMissing: httpProblemText(403, 'Din rolle giver ikke adgang til dette.', 'Your role does not allow this.'),
  NotYourOwn: httpProblemText(
    403,
    'Du kan kun se og ændre dine egne oplysninger.',
    'You can only see and change your own data.',
  ),
  PreconditionFailed: httpProblemText(
    412,
    'Det er ændret, siden du læste det. Læs det igen.',
    'It has changed since you read it. Read it again.',
  ),
  PreconditionIsMissing: httpProblemText(
    428,
    'Send If-Match med den ETag, du har læst.',
    'Send If-Match with the ETag that you read.',
  ),
  KeyWasUsedForAnother: httpProblemText(
    422,
    'Idempotensnøglen er brugt til en anden anmodning.',
    'The idempotency key was used for another request.',
  ),
  PositionIsUnknown: httpProblemText(
    400,
    'Ingen kommando har svaret med denne værdi af after.',
    'No command has answered this value of after.',
  ),
  ...logInFailureTexts,
  TitleIsUnknown: httpProblemText(404, 'Titlen findes ikke.', 'There is no such title.'),
  LoanIsUnknown: httpProblemText(404, 'Lånet findes ikke.', 'There is no such loan.'),
  CertificateIsUnknown: httpProblemText(404, 'Certifikatet findes ikke.', 'There is no such certificate.'),
  ...auditFailureTexts,
  NoReturnToday: httpProblemText(
    409,
    'Eksemplaret har ingen aflevering i dag, som kan fortrydes.',
    'The copy has no return of today that can be undone.',
  ),
  LoanIsOfAnotherCopy: httpProblemText(422, 'Lånet er af et andet eksemplar.', 'The loan is of another copy.'),
  StreamIsUnknown: httpProblemText(404, 'Der er ingen hændelser her.', 'There are no events here.'),
  ActIsInTheFuture: httpProblemText(422, 'Tidspunktet ligger i fremtiden.', 'The time of the act lies in the future.'),
  BirthDateIsNotInCpr: httpProblemText(
    422,
    'Fødselsdatoen er en anden end den i CPR-nummeret. Ret den ene af dem, eller udelad fødselsdatoen.',
    'The birth date is not that of the CPR number. Correct one of them, or leave the birth date out.',
  ),
  TimeIsNotYoursToTell: httpProblemText(
    403,
    'Kun personale og automater må angive tidspunktet.',
    'Only staff and machines may send the time of the act.',
  ),
  OverridingIsForStaff: httpProblemText(
    403,
    'Kun personalet må tilsidesætte en afvisning.',
    'Only staff may override a refusal.',
  ),
  DateIsAnother: httpProblemText(
    409,
    'Det er ikke bibliotekets dato i dag. Den rigtige dato er værdien af today.',
    'That is not the date of the library today. Its date is the value of today.',
  ),
  Unexpected: httpProblemText(500, 'Der skete en uventet fejl.', 'An unexpected error occurred.'),
}

const damagedText = httpProblemText(
  500,
  'Det, der er gemt om dette, er beskadiget og kan ikke læses. Intet er slettet af den grund. Sig det til administratoren.',
  'What is stored of this is damaged and cannot be read. Nothing is erased because of it. Tell the administrator.',
)

/** Status and texts for each failure. */
export const httpFailureTexts: Readonly<Record<FailureTag, ProblemText>> = {
  ...refusalTexts,
  ...requestFailureTexts,
  TokenIsRefused: httpProblemText(401, 'Tokenet afvises.', 'The token is refused.'),
  TokensUnavailable: httpProblemText(
    503,
    'Tokenet kan ikke kontrolleres lige nu: nøglerne kan ikke hentes hos udstederen.',
    'The token cannot be verified now: the keys cannot be fetched from the issuer.',
  ),
  TooLate: httpProblemText(
    422,
    'Det er for længe siden, og det er ikke udført.',
    'The act is too long ago, and is not carried out.',
  ),
  Conflict: httpProblemText(409, 'En anden ændring kom først. Prøv igen.', 'Another change came first. Try again.'),
  StoreUnavailable: httpProblemText(
    503,
    'Biblioteket kan ikke nå sine data lige nu. Driften ser i /health hvorfor, og hvad der skal gøres.',
    'The library cannot reach its data now. Operators see in /health why, and what to do.',
  ),
  StoreBusy: httpProblemText(
    503,
    'Biblioteket har travlt lige nu. Prøv igen om lidt.',
    'The library is busy now. Try again shortly.',
  ),
  Unavailable: httpProblemText(503, 'Nøglerne er ikke tilgængelige lige nu.', 'The keys are unavailable now.'),
  InvalidAppend: httpProblemText(500, 'Der skete en uventet fejl.', 'An unexpected error occurred.'),
  Corrupt: damagedText,
  Undecodable: damagedText,
  ScopeEnded: httpProblemText(
    410,
    'Det kan ikke læses mere: det er glemt, eller nøglen er gået tabt.',
    'It can no longer be read: it has been forgotten, or its key was lost.',
  ),
  DayClosingRefused: httpProblemText(409, 'Dagen kan ikke lukkes lige nu.', 'The day cannot be closed now.'),
  ClockWouldRunBack: httpProblemText(409, 'Uret kan ikke stilles tilbage.', 'The clock cannot move backwards.'),
  ...contentFailureTexts,
  ...livePictureFailureTexts,
  ClockIsReal: httpProblemText(
    409,
    'Biblioteket har et rigtigt ur, som ikke kan stilles.',
    'The library has a real clock, which cannot be moved.',
  ),
}
