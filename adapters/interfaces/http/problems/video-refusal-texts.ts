import type { ContentIsRefused } from '../../../../domain/footage/content-limits'
import type { FootageRefusal } from '../../../../domain/footage/footage-refusal'
import type { VideoRefusalReason } from '../../../../domain/viewing/events/video-request-refused'
import type { VideoRequestRefusal } from '../../../../domain/viewing/video-request-refusal'
import { httpProblemText, type ProblemText } from './http-problem-text'

/** Status and texts for each refusal of a command to the register of video surveillance. */
export const videoRefusalTexts: Readonly<
  Record<(FootageRefusal | ContentIsRefused | VideoRequestRefusal)['_tag'], ProblemText>
> = {
  FootageIsUnknown: httpProblemText(404, 'Optagelsen findes ikke.', 'There is no such recording.'),
  FootageIsRecordedAlready: httpProblemText(409, 'Optagelsen findes allerede.', 'The recording exists already.'),
  FootageIsStoredAlready: httpProblemText(
    409,
    'Optagelsen har allerede et andet indhold.',
    'The recording has another content already.',
  ),
  FootageIsNotStored: httpProblemText(
    409,
    'Optagelsens indhold er ikke kommet endnu.',
    'The content of the recording has not come yet.',
  ),
  FootageIsErased: httpProblemText(
    410,
    'Optagelsen er slettet: den gemmes højst 30 dage.',
    'The recording is erased: it is kept 30 days at most.',
  ),
  PeriodIsEmpty: httpProblemText(422, 'Optagelsen slutter, før den begynder.', 'The recording ends before it begins.'),
  PeriodIsInFuture: httpProblemText(422, 'Optagelsen er ikke slut endnu.', 'The recording has not ended yet.'),
  PeriodSpansDays: httpProblemText(
    422,
    'En optagelse er fra én dag: del den ved midnat.',
    'A recording is of one day: cut it at midnight.',
  ),
  FootageIsTooOld: httpProblemText(
    422,
    'Optagelsen er så gammel, at den skulle være slettet.',
    'The recording is so old that it would be erased.',
  ),
  CameraIsUnknown: httpProblemText(
    422,
    'Bibliotekets politik nævner ikke dette kamera på denne filial.',
    'The policy of the library does not name this camera at this branch.',
  ),
  ContentIsEmpty: httpProblemText(422, 'Optagelsen er tom.', 'The recording is empty.'),
  ContentIsTooLarge: httpProblemText(
    422,
    'Optagelsen er større end 16 GB: del den i flere.',
    'The recording is larger than 16 GB: cut it into several.',
  ),
  VideoRequestIsRefused: httpProblemText(
    403,
    'Anmodningen er afvist og noteret.',
    'The request is refused and recorded.',
  ),
  LogInIsNotFresh: httpProblemText(
    403,
    'Log ind igen: dette kræver et log ind inden for de sidste fem minutter.',
    'Log in again: this needs a log-in within the last five minutes.',
  ),
}

/** Why a request to look at video, or for a copy, was refused. */
export const videoRefusalReasonTexts: Readonly<Record<VideoRefusalReason, ProblemText>> = {
  roleMayNot: httpProblemText(
    403,
    'Din rolle giver ikke adgang til dette. Anmodningen er afvist og noteret i dagsrapporten.',
    'Your role does not allow this. The request is refused, and stands in the day report.',
  ),
  notThePolice: httpProblemText(
    403,
    'Kun politiet får kopi af en optagelse. Anmodningen er afvist og noteret i dagsrapporten.',
    'The police alone get a copy of a recording. The request is refused, and stands in the day report.',
  ),
  noGroundFound: httpProblemText(
    403,
    'Biblioteket fandt ikke grundlag for at udlevere en kopi. Anmodningen er afvist og noteret i dagsrapporten.',
    'The library found no ground to hand out a copy. The request is refused, and stands in the day report.',
  ),
}
