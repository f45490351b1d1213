import type { EdgeFailure } from './edge-failure'
import type { Tag } from './failure'
import { refusalWords } from './refusal-words'
import { telling, type Telling } from './words'

const edgeWords: Readonly<Record<EdgeFailure['_tag'], Telling>> = {
  RequestIsInvalid: telling(400, 'Anmodningen er ikke udfyldt rigtigt.', 'The request is not filled in as it must be.'),
  JsonIsMalformed: telling(400, 'Indholdet er ikke gyldig JSON.', 'The body is not valid JSON.'),
  AddressIsMalformed: telling(400, 'Adressen kan ikke læses.', 'The address cannot be read.'),
  BodyIsTooLarge: telling(413, 'Indholdet er for stort.', 'The body is too large.'),
  BodyIsNotJson: telling(415, 'Indholdet skal være JSON.', 'The body must be JSON.'),
  PageIsUnknown: telling(404, 'Siden findes ikke.', 'There is no such page.'),
  MethodIsNotAllowed: telling(405, 'Det kan man ikke her.', 'That cannot be done here.'),
  TokenIsMissing: telling(401, 'Log ind først.', 'Log in first.'),
  RoleIsMissing: telling(403, 'Det kræver en anden rolle.', 'That takes another role.'),
  NotYourOwn: telling(403, 'Man kan kun se og ændre sit eget.', 'Only what is your own can be seen or changed.'),
  PreconditionFailed: telling(412, 'Det er ændret siden; læs det igen.', 'It has changed since; read it again.'),
  PreconditionIsMissing: telling(
    428,
    'Send If-Match med den ETag, du har læst.',
    'Send If-Match with the ETag you read.',
  ),
  KeyWasUsedForAnother: telling(
    422,
    'Nøglen er brugt til en anden anmodning.',
    'The idempotency key was used for another request.',
  ),
  PositionIsUnknown: telling(
    400,
    'Ingen kommando har svaret med dette after.',
    'No command has answered with this after.',
  ),
  LogInIsLocked: telling(
    429,
    'For mange forkerte PIN-koder; vent et kvarter.',
    'Too many wrong PINs; wait for a quarter of an hour.',
  ),
  TitleIsUnknown: telling(404, 'Titlen findes ikke.', 'There is no such title.'),
  LoanIsUnknown: telling(404, 'Lånet findes ikke.', 'There is no such loan.'),
  StreamIsUnknown: telling(404, 'Der er ingen hændelser her.', 'There are no events here.'),
  ActIsInTheFuture: telling(422, 'Tidspunktet er ikke kommet.', 'The time named has not come.'),
  TimeIsNotYoursToTell: telling(
    403,
    'Tidspunktet kan kun personalet angive.',
    'Only staff and machines tell the time.',
  ),
  DateIsAnother: telling(409, 'Biblioteket har en anden dato.', 'The library has another date.'),
  Unexpected: telling(500, 'Noget gik galt hos os.', 'Something went wrong here.'),
}

/** What is told for everything that may come of a request. */
export const words: Readonly<Record<Tag, Telling>> = {
  ...refusalWords,
  ...edgeWords,
  TokenIsRefused: telling(401, 'Log ind igen.', 'Log in again.'),
  TokensUnavailable: telling(503, 'Log ind kan ikke tjekkes nu.', 'Log-ins cannot be checked now.'),
  TooLate: telling(422, 'Det er for længe siden.', 'That is too long ago.'),
  Conflict: telling(409, 'En anden kom først; prøv igen.', 'Somebody else was first; try again.'),
  StoreUnavailable: telling(503, 'Biblioteket kan ikke skrive nu.', 'The library cannot write now.'),
  StoreBusy: telling(503, 'Der er travlt nu; prøv igen om lidt.', 'There is too much to write now; try again shortly.'),
  Unavailable: telling(503, 'Nøglerne kan ikke nås nu.', 'The keys cannot be reached now.'),
  InvalidAppend: telling(500, 'Noget gik galt hos os.', 'Something went wrong here.'),
  Corrupt: telling(500, 'Det gemte er ødelagt.', 'What is stored is damaged.'),
  Undecodable: telling(500, 'Det gemte kan ikke læses.', 'What is stored cannot be read.'),
  ScopeEnded: telling(410, 'Det er glemt.', 'It has been forgotten.'),
  ClosingRefused: telling(409, 'Dagen kan ikke lukkes nu.', 'The day cannot be closed now.'),
  ClockWouldRunBack: telling(409, 'Tiden går ikke baglæns.', 'Time does not run backwards.'),
  ClockIsReal: telling(409, 'Biblioteket har et rigtigt ur.', 'The library has a real clock.'),
}
