import { PageVisitsCounted } from '../../domain/server-log/events/page-visits-counted'
import { ServerLogWritten } from '../../domain/server-log/events/server-log-written'
import { ServerLogOpened } from '../../domain/server-log-opening/events/server-log-opened'
import { VisitorsCounted } from '../../domain/visitors/events/visitors-counted'
import { month, on, pageVisitCount, serverLog, serverLogBlock, serverLogOpening } from './golden-ids'
import { goldenStream } from './golden-stream'

const line = { address: '192.0.2.7', browser: 'Firefox 133', requests: 3 }
const day = on('01-05')

/** Each event of the website's server log, of its openings, and of the counts of pages and visitors. */
export const goldenWebsiteEvents = [
  ...goldenStream('circulation', 'serverlog', day, day)(
    ServerLogWritten({ day, serverLog, block: serverLogBlock }, { serverLog: { hour: 13, lines: [line] } }),
    PageVisitsCounted({ day, counts: [pageVisitCount], pages: [{ page: '/mit', visits: 3 }] }, {}),
  ),
  ...goldenStream('circulation', 'serverlogopening', serverLogOpening, on('01-06'))(
    ServerLogOpened(
      { serverLogOpening, openedIn: month, day },
      { serverLogOpening: { openedBy: 'M-17', reason: 'Angreb på siderne' } },
    ),
  ),
  ...goldenStream('circulation', 'visitors', month, on('01-31'))(
    VisitorsCounted({ month, browsers: [{ value: 'Firefox 133', count: 12 }] }, {}),
  ),
]
