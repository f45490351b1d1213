import { putRowChange, setColumns } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import {
  dayClosingsTable,
  closedMonthsTable,
  importsTable,
  openedDaysTable,
  openedMonthsTable,
} from './calendar-tables'

export const calendarFolds: EventFolds = {
  DayOpened: ({ open }) => [putRowChange(openedDaysTable)(open)],
  DayClosed: ({ open }) => [putRowChange(dayClosingsTable)(open)],
  MonthOpened: ({ open }) => [putRowChange(openedMonthsTable)(open)],
  MonthClosed: ({ metadata: { log }, open: { month } }) => [putRowChange(closedMonthsTable)({ log, month })],
  ImportStarted: ({ open }) => [putRowChange(importsTable)({ ...open, loans: null, rejects: null, finishedOn: null })],
  ImportFinished: ({ open: { import: id, loans, rejects, finishedOn } }) => [
    setColumns(importsTable)({ import: id }, { loans, rejects, finishedOn }),
  ],
}
