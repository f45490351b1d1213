import { httpProblemText } from './http-problem-text'

/** Status and texts of requests that send or read a video, and do not fit. */
export const videoRequestFailureTexts = {
  BodyIsNotVideo: httpProblemText(
    415,
    'Send optagelsen som video/mp4, video/webm eller video/mp2t, uden komprimering.',
    'Send the recording as video/mp4, video/webm or video/mp2t, without compression.',
  ),
  BodyIsIncomplete: httpProblemText(
    400,
    'Forsendelsen blev afbrudt. Intet er gemt. Send optagelsen igen.',
    'The body broke off. Nothing is stored. Send the recording again.',
  ),
  AnswerIsVideo: httpProblemText(406, 'Svaret er en video.', 'The answer is a video.'),
  AnswerIsPicture: httpProblemText(406, 'Svaret er et billede.', 'The answer is a picture.'),
  ViewingIsNotOpen: httpProblemText(
    403,
    'Optagelsen eller kameraet kan ses af den, der bad om det, i 30 minutter efter anmodningen. Anmod igen.',
    'The recording or the camera can be looked at by whoever asked, for 30 minutes after the request. Ask again.',
  ),
  ViewingIsUnknown: httpProblemText(404, 'Anmodningen findes ikke.', 'There is no such request.'),
  DecisionIsSentAlready: httpProblemText(
    409,
    'Anmodningen er allerede afgjort: den afgørelse, der blev sendt først, gælder. Den står blandt anmodningerne. Gør den ikke det, så åbn optagelsen igen.',
    'The request is decided on already: the decision that was sent first counts. It stands among the requests. If it does not, open the recording again.',
  ),
}

/** Status and texts when a camera gives no picture. */
export const livePictureFailureTexts = {
  CameraDoesNotAnswer: httpProblemText(
    503,
    'Kameraet svarer ikke lige nu. Prøv igen.',
    'The camera does not answer now. Try again.',
  ),
  CameraHasNoAddress: httpProblemText(
    409,
    'Biblioteket har ikke fået at vide, hvor kameraet er.',
    'The library has not been told where the camera is.',
  ),
}

/** Status and texts when the content of a recording cannot be read or stored. */
export const contentFailureTexts = {
  ContentStoreUnavailable: httpProblemText(
    503,
    'Optagelserne er ikke tilgængelige lige nu, eller der er ikke plads til flere.',
    'The recordings are unavailable now, or there is no room for more.',
  ),
  ContentStoreIsNotShared: httpProblemText(
    503,
    'Biblioteket tager ikke imod optagelser: der er ikke angivet en mappe, som alle dets processer deler (FOOTAGE). Intet er gemt.',
    'The library takes no recordings: no folder is named that all of its processes share (FOOTAGE). Nothing is stored.',
  ),
  ContentIsMissing: httpProblemText(
    404,
    'Optagelsens indhold findes ikke: filen er væk.',
    'The content of the recording does not exist: its file is gone.',
  ),
}
