import type { RequestHandler } from 'express'
import type { ServerLogRecorder } from '../../../processes/server-log/server-log-recorder'
import { leaveOutOfMetrics } from '../../http/request-handling/count-requests'
import { clientAddressOf } from '../../http/request-handling/request-source-of'
import type { AnySitePage } from '../page/site-page'
import { browserOfUserAgent } from './browser-of-user-agent'

type Recorder = Pick<ServerLogRecorder, 'logRequest' | 'countVisit'>

/** Logs the address and the browser of a request, and nothing else of it; and leaves it out of the metrics. */
export const logRequest =
  ({ logRequest: log }: Pick<Recorder, 'logRequest'>): RequestHandler =>
  (request, response, next) => {
    leaveOutOfMetrics(response)
    const address = clientAddressOf(request)
    if (address !== undefined) log(address, browserOfUserAgent(request.get('user-agent')))
    next()
  }

/** Counts a page that is shown. Who looks at it is not asked. */
const countVisit =
  ({ countVisit: count }: Pick<Recorder, 'countVisit'>, page: string): RequestHandler =>
  (_request, response, next) => {
    response.once('finish', () => {
      if (response.statusCode === 200) count(page)
    })
    next()
  }

/** What runs before a page is read: a page for anyone is counted alone, each other request is logged too. */
export const recordVisits = (
  recorder: Recorder,
  { path, roles }: Pick<AnySitePage, 'path' | 'roles'>,
): ReadonlyArray<RequestHandler> =>
  roles === 'anyone' ? [countVisit(recorder, path)] : [logRequest(recorder), countVisit(recorder, path)]
