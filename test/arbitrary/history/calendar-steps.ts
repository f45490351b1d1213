import { DayClosed } from '../../../domain/calendar/events/day-closed'
import { DayOpened } from '../../../domain/calendar/events/day-opened'
import { MonthClosed } from '../../../domain/calendar/events/month-closed'
import { MonthCounted } from '../../../domain/calendar/events/month-counted'
import { MonthOpened } from '../../../domain/calendar/events/month-opened'
import type { EpochNumber } from '../../../domain/erasure/backup-horizon'
import { BackupHorizonDeclared } from '../../../domain/erasure/events/backup-horizon-declared'
import { BackupHorizonPassed } from '../../../domain/erasure/events/backup-horizon-passed'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { ScopesErased } from '../../../domain/erasure/events/scopes-erased'
import { ImportFinished } from '../../../domain/import/events/import-finished'
import { ImportStarted } from '../../../domain/import/events/import-started'
import { addDays } from '../../../domain/values/day'
import type {
  CertificateId,
  EventId,
  IdempotencyId,
  ImportId,
  RunId,
  ScopeId,
  StatisticsId,
} from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { nextId, addScope, type HistoryStep, type HistoryState } from './history-state'

export const addDayOpened = (history: HistoryState): void => {
  const idempotency = addScope<IdempotencyId>(history, 'idempotency')
  history.circulation.push(DayOpened({ day: history.day, idempotency }, {}))
}

export const addMonthOpened = (history: HistoryState): void => {
  history.statistics = addScope<StatisticsId>(history, 'statistics')
  history.circulation.push(MonthOpened({ month: monthOf(history.day), statistics: history.statistics }, {}))
}

const addMonthClosed = (history: HistoryState): void => {
  const month = monthOf(history.day)
  const tables = [{ of: 'loans', by: 'borrowerGroup', cells: [{ value: 'adult', count: history.next }] }]
  history.circulation.push(MonthCounted({ month, tables }, {}), MonthClosed({ month }, {}))
  history.persons.push(MonthClosed({ month }, {}))
}

const advanceDays: HistoryStep = (history, choose) => {
  const before = history.day
  history.circulation.push(DayClosed({ day: before }, {}))
  const day = addDays(choose([1, 3, 20])!)(before)
  const isNewMonth = monthOf(day) !== monthOf(before)
  if (isNewMonth) addMonthClosed(history)
  history.day = day
  addDayOpened(history)
  if (isNewMonth) addMonthOpened(history)
}

const eraseScope: HistoryStep = (history, choose) => {
  const due = choose(history.scopes.filter(({ class: name }) => name === 'loan' || name === 'contact'))
  if (due === undefined) return
  const scopes = [{ scope: due.scope as ScopeId, class: due.class, trigger: nextId<EventId>(history) }]
  const log = due.class === 'loan' ? history.circulation : history.persons
  const run = nextId<RunId>(history)
  log.push(ErasureDue({ run, reason: 'due', scopes }, {}))
  if (choose([true, false]) === true)
    log.push(ScopesErased({ run, certificate: nextId<CertificateId>(history), statement: '{}', signature: '' }, {}))
}

const importLedger: HistoryStep = (history, choose) => {
  const id = addScope<ImportId>(history, 'import')
  const fingerprint = `file ${history.next}`
  history.circulation.push(ImportStarted({ import: id, fingerprint, rows: 3 }, {}))
  if (choose([true, false]) === true)
    history.circulation.push(
      ImportFinished({ import: id, fingerprint, loans: 2, rejects: 1, finishedOn: history.day }, {}),
    )
}

const destroyEpoch: HistoryStep = (history, choose) => {
  const epoch = String(history.circulation.length + 1) as EpochNumber
  const horizon = { epoch, supersededOn: history.day, destroyedOn: addDays(7)(history.day) }
  const toEvent = choose([BackupHorizonDeclared, BackupHorizonPassed]) ?? BackupHorizonDeclared
  history.circulation.push(toEvent(horizon, {}))
}

export const calendarSteps = [advanceDays, advanceDays, advanceDays, eraseScope, importLedger, destroyEpoch]
