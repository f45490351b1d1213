import type { Day } from '../../domain/values/day'
import { monthOf } from '../../domain/values/month'
import type { EventFolds } from '../read-model/read-model'
import { incrementColumns, putRow } from '../read-model/row-change'
import { pageVisitsTable, serverLogDaysTable, serverLogOpeningsTable, visitorsTable } from './website-tables'

export const websiteFolds: EventFolds = {
  PageVisitsCounted: ({ open: { day, pages } }) =>
    pages.map(({ page, visits }) => incrementColumns(pageVisitsTable)({ month: monthOf(day), page }, { visits })),
  VisitorsCounted: ({ open: { month, browsers } }) =>
    browsers.map(({ value: browser, count: visitors }) => putRow(visitorsTable)({ month, browser, visitors })),
  ServerLogWritten: ({ open: { serverLog, day }, sealed: { serverLog: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(serverLogDaysTable)({ serverLog, day })],
  ServerLogOpened: ({ open: { serverLogOpening, day }, sealed: { serverLogOpening: part }, metadata }) =>
    part._tag === 'Erased'
      ? []
      : [
          putRow(serverLogOpeningsTable)({
            ...{ serverLogOpening, day, openedOn: metadata.recorded as Day },
            ...part.value,
          }),
        ],
}
