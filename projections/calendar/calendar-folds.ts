import { putRow, setColumns } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import {
  dayClosingsTable,
  closedMonthsTable,
  importsTable,
  idempotencyScopesByDayTable,
  openedMonthsTable,
} from './calendar-tables'

export const calendarFolds: EventFolds = {
  DayOpened: ({ open }) => [putRow(idempotencyScopesByDayTable)(open)],
  DayClosed: ({ open }) => [putRow(dayClosingsTable)(open)],
  MonthOpened: ({ open }) => [putRow(openedMonthsTable)(open)],
  MonthClosed: ({ metadata: { log }, open: { month } }) => [putRow(closedMonthsTable)({ log, month })],
  ImportStarted: ({ open }) => [putRow(importsTable)({ ...open, loans: null, rejects: null, finishedOn: null })],
  ImportFinished: ({ open: { import: id, loans, rejects, finishedOn } }) => [
    setColumns(importsTable)({ import: id }, { loans, rejects, finishedOn }),
  ],
}
