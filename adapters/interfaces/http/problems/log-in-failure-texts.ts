import { httpProblemText } from './http-problem-text'

/** What is said of PINs, of log-in, and of the links that verify an e-mail address. */
export const logInFailureTexts = {
  LogInIsRefused: httpProblemText(
    403,
    'Der kan ikke logges ind på denne låner. Henvend dig på biblioteket.',
    'This borrower cannot log in. Please ask at the library.',
  ),
  LogInIsLocked: httpProblemText(
    429,
    'For mange forkerte PIN-koder. Vent højst en halv time.',
    'Too many wrong PINs. Wait half an hour at most.',
  ),
  TooManyPinChecks: httpProblemText(
    503,
    'Mange logger ind eller vælger pinkode lige nu. Prøv igen om lidt.',
    'Many log in or set a PIN just now. Try again in a moment.',
  ),
  TooManyEmailLinks: httpProblemText(
    429,
    'Der er sendt for mange links. Vent et døgn.',
    'Too many links were mailed. Wait a day.',
  ),
  NoEmailToVerify: httpProblemText(
    422,
    'Der er ingen e-mail til beskeder, der mangler at blive bekræftet.',
    'There is no e-mail for notices that is to be verified.',
  ),
  CurrentPinIsWrong: httpProblemText(
    422,
    'Det er ikke den nuværende pinkode. Send den som currentPin. Har du glemt den, kan personalet sætte en ny.',
    'That is not the present PIN. Send it as currentPin. If you have forgotten it, staff can set a new one.',
  ),
}
