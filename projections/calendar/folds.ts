import { put, set } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { closedDays, closedMonths, imports, openedDays, openedMonths } from './rows'

export const folds: Folds = {
  DayOpened: ({ open }) => [put(openedDays)(open)],
  DayClosed: ({ open }) => [put(closedDays)(open)],
  MonthOpened: ({ open }) => [put(openedMonths)(open)],
  MonthClosed: ({ at: { log }, open: { month } }) => [put(closedMonths)({ log, month })],
  ImportStarted: ({ open }) => [put(imports)({ ...open, loans: null, rejects: null, finishedOn: null })],
  ImportFinished: ({ open: { import: id, loans, rejects, finishedOn } }) => [
    set(imports)({ import: id }, { loans, rejects, finishedOn }),
  ],
}
