import { PageVisitsCounted } from '../../../domain/server-log/events/page-visits-counted'
import { ServerLogWritten } from '../../../domain/server-log/events/server-log-written'
import { ServerLogOpened } from '../../../domain/server-log-opening/events/server-log-opened'
import { VisitorsCounted } from '../../../domain/visitors/events/visitors-counted'
import type { PageVisitCountId, ServerLogBlockId, ServerLogId, ServerLogOpeningId } from '../../../domain/values/ids'
import { addMonths, monthOf } from '../../../domain/values/month'
import { addScope, canaryText, nextId, type HistoryStep } from './history-state'

/** The closing of a day writes what two processes logged, under one scope, and the visits of a page. */
const writeServerLog: HistoryStep = (history) => {
  const serverLog = addScope<ServerLogId>(history, 'serverLog')
  const { day } = history
  const lines = [{ address: canaryText, browser: 'Firefox 133', requests: 2 }]
  const block = () =>
    ServerLogWritten({ day, serverLog, block: nextId<ServerLogBlockId>(history) }, { serverLog: { hour: 9, lines } })
  const counts = [nextId<PageVisitCountId>(history)]
  history.circulation.push(
    ...[block(), block()],
    PageVisitsCounted({ day, counts, pages: [{ page: '/mit', visits: 2 }] }, {}),
  )
}

/** An administrator opened the server log of a day. */
const openServerLog: HistoryStep = (history) => {
  const serverLogOpening = addScope<ServerLogOpeningId>(history, 'serverLogOpening')
  const part = { openedBy: canaryText, reason: canaryText }
  const { day } = history
  history.circulation.push(
    ServerLogOpened({ serverLogOpening, openedIn: monthOf(day), day }, { serverLogOpening: part }),
  )
}

/** The closing of the month before has counted the visitors. */
const countVisitors: HistoryStep = (history, choose) => {
  const month = addMonths(-1)(monthOf(history.day))
  const browsers = choose([[], [{ value: 'Firefox 133', count: 7 }]]) ?? []
  history.circulation.push(VisitorsCounted({ month, browsers }, {}))
}

export const websiteSteps = [writeServerLog, openServerLog, countVisitors]
