import { httpRequestFailure } from '../../http/problems/http-request-failure'
import { sendProblem } from '../../http/request-handling/send-problem'
import type { RefusalAnswers } from './admit-visitor'

/** Nobody sees the answer to a request that a page makes: it is a problem, not a page. */
export const problemAnswers: RefusalAnswers = {
  showProblem: (exchange, _found, failure) => {
    sendProblem(...exchange)(failure)
  },
  leadToLogIn: (exchange) => {
    sendProblem(...exchange)(httpRequestFailure('RoleIsMissing'))
  },
}
