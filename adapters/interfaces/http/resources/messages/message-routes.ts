import type { Route } from '../../route/route'
import { listLettersRoute, printLetterRoute } from './letter-routes'
import { listUndeliveredMessagesRoute } from './list-undelivered-messages-route'
import { listNoticeLettersRoute, printNoticeRoute } from './notice-letter-routes'
import { readOwnMessagesRoute, readMessagesRoute } from './read-messages-routes'
import { sendStatementRoute } from './send-statement-route'

/** Messages to borrowers, and letters to print. */
export const messageRoutes: ReadonlyArray<Route> = [
  ...[readOwnMessagesRoute, readMessagesRoute, sendStatementRoute, listUndeliveredMessagesRoute],
  ...[listLettersRoute, printLetterRoute, listNoticeLettersRoute, printNoticeRoute],
]
