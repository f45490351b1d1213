import { DayClosed } from '../../../domain/calendar/events/day-closed'
import { DayOpened } from '../../../domain/calendar/events/day-opened'
import { MonthClosed } from '../../../domain/calendar/events/month-closed'
import { MonthCounted } from '../../../domain/calendar/events/month-counted'
import { MonthOpened } from '../../../domain/calendar/events/month-opened'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { ImportFinished } from '../../../domain/import/events/import-finished'
import { ImportStarted } from '../../../domain/import/events/import-started'
import { addDays } from '../../../domain/values/day'
import type { EventId, IdempotencyId, ImportId, RunId, ScopeId, StatisticsId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { newId, newScope, type Step, type World } from './world'

export const openDay = (world: World): void => {
  const idempotency = newScope<IdempotencyId>(world, 'idempotency')
  world.circulation.push(DayOpened({ day: world.day, idempotency }, {}))
}

export const openMonth = (world: World): void => {
  world.statistics = newScope<StatisticsId>(world, 'statistics')
  world.circulation.push(MonthOpened({ month: monthOf(world.day), statistics: world.statistics }, {}))
}

const closeMonth = (world: World): void => {
  const month = monthOf(world.day)
  const cells = [{ by: 'group', value: 'adult', loans: world.next }]
  world.circulation.push(MonthCounted({ month, cells }, {}), MonthClosed({ month }, {}))
  world.persons.push(MonthClosed({ month }, {}))
}

const daysGoBy: Step = (world, choose) => {
  const before = world.day
  world.circulation.push(DayClosed({ day: before }, {}))
  const day = addDays(choose([1, 3, 20])!)(before)
  const isNewMonth = monthOf(day) !== monthOf(before)
  if (isNewMonth) closeMonth(world)
  world.day = day
  openDay(world)
  if (isNewMonth) openMonth(world)
}

const erase: Step = (world, choose) => {
  const due = choose(world.scopes.filter(({ class: name }) => name === 'loan' || name === 'contact'))
  if (due === undefined) return
  const scopes = [{ scope: due.scope as ScopeId, class: due.class, trigger: newId<EventId>(world) }]
  const log = due.class === 'loan' ? world.circulation : world.persons
  log.push(ErasureDue({ run: newId<RunId>(world), reason: 'due', scopes }, {}))
}

const importLedger: Step = (world, choose) => {
  const id = newScope<ImportId>(world, 'import')
  const fingerprint = `file ${world.next}`
  world.circulation.push(ImportStarted({ import: id, fingerprint, rows: 3 }, {}))
  if (choose([true, false]) === true)
    world.circulation.push(ImportFinished({ import: id, fingerprint, loans: 2, rejects: 1, finishedOn: world.day }, {}))
}

export const calendarSteps = [daysGoBy, daysGoBy, daysGoBy, erase, importLedger]
