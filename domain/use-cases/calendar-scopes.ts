import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayAggregate } from '../calendar/day/day-aggregate'
import { idempotencyScopeOfDay, type DayState } from '../calendar/day/day-state'
import { monthAggregate } from '../calendar/month/month-aggregate'
import type { MonthState, OpenedMonthState, UnopenedMonth } from '../calendar/month/month-state'
import { streamAddressOfAggregate, type Aggregate } from '../command-handling/aggregate'
import { isScopeEndedError, isUnreadableError } from '../command-handling/event-damage'
import { prepareAndHandleCommand, type CommandHandlingDependencies } from '../command-handling/handle-command'
import type { CommandError, InfrastructureError } from '../command-handling/command-error'
import { loadAggregate } from '../command-handling/load-aggregate'
import type { AnyEvent } from '../event/define-event'
import { addDays, type Day } from '../values/day'
import type { IdempotencyId, ScopeId, StatisticsId } from '../values/ids'
import { addMonths, isLastDayOfMonth, monthOf, type Month } from '../values/month'
import type { CalendarScopes } from './use-case-dependencies'
import { cachedIdempotencyDaysBefore } from './idempotency-days'

const toInfrastructureError = (error: CommandError<{ readonly _tag: string }>): InfrastructureError =>
  error._tag === 'Refused' ? { _tag: 'InvalidAppend', reason: error.refusal._tag } : error

/** Creates the key of a new scope. The key is durable before any event names the scope. */
const createScope = (
  dependencies: CommandHandlingDependencies,
  name: 'idempotency' | 'statistics',
): TE.TaskEither<InfrastructureError, ScopeId> => {
  const scope = dependencies.random.uuid() as ScopeId
  return pipe(
    dependencies.keys.createKeys([{ scope, class: name }]),
    TE.map(() => scope),
  )
}

/**
 * The command that opens a day or a month with a new scope, as of when it is decided: of the commands of this process that
 * open one at the same time, only the first creates a key. Where nothing is to be opened, the scope stays without one.
 */
const commandToOpen =
  (dependencies: CommandHandlingDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>, name: 'idempotency' | 'statistics') =>
  (
    id: string,
    isUnopened: (state: S) => boolean,
    command: (scope: ScopeId) => C,
  ): TE.TaskEither<InfrastructureError, C> =>
    pipe(
      loadAggregate(dependencies)(aggregate)(id),
      TE.chainW(({ state }) =>
        isUnopened(state) ? createScope(dependencies, name) : TE.right(dependencies.random.uuid() as ScopeId),
      ),
      TE.map(command),
    )

const isUnopenedDay = (state: DayState): boolean => idempotencyScopeOfDay(state) === null

const openDay =
  (dependencies: CommandHandlingDependencies) =>
  (day: Day): TE.TaskEither<InfrastructureError, IdempotencyId> =>
    pipe(
      commandToOpen(dependencies)(dayAggregate, 'idempotency')(day, isUnopenedDay, (scope) => ({
        type: 'OpenDay',
        day,
        idempotencyScope: scope as string as IdempotencyId,
        today: dependencies.clock.today(),
      })),
      prepareAndHandleCommand(dependencies)(dayAggregate)(day),
      TE.chainW(() => loadAggregate(dependencies)(dayAggregate)(day)),
      TE.mapLeft(toInfrastructureError),
      TE.map(({ state }) => idempotencyScopeOfDay(state) as IdempotencyId),
    )

/** The scope of a day that this process has found open; `null` when it has not. The scope of a day never changes. */
const cachedIdempotencyScope = ({ cache }: CommandHandlingDependencies, day: Day): IdempotencyId | null => {
  const cached = cache.get(streamAddressOfAggregate(dayAggregate)(day))
  return cached === undefined ? null : idempotencyScopeOfDay(cached.state as DayState)
}

const idempotencyScope =
  (dependencies: CommandHandlingDependencies) =>
  (day: Day): TE.TaskEither<InfrastructureError, IdempotencyId> => {
    const cachedScope = cachedIdempotencyScope(dependencies, day)
    if (cachedScope !== null) return TE.right(cachedScope)
    return pipe(
      loadAggregate(dependencies)(dayAggregate)(day),
      TE.chainW(({ state }: { readonly state: DayState }) => {
        const opened = idempotencyScopeOfDay(state)
        return opened === null ? openDay(dependencies)(day) : TE.right(opened)
      }),
      // The scope of a day that cannot be read is lost. That of the day before serves as well, and ends a day earlier.
      TE.orElse((error) =>
        isUnreadableError(error) ? idempotencyScope(dependencies)(addDays(-1)(day)) : TE.left(error),
      ),
    )
  }

const circulationMonth = monthAggregate('circulation')

interface UncountedMonth {
  readonly month: Month
  readonly state: UnopenedMonth | OpenedMonthState
}

/**
 * Whether loans can be sealed under the scope of an open month. When its key is gone, the month is evicted from memory, so
 * that it is read, and found so, each time.
 */
const isScopeUsable =
  ({ keys, cache }: CommandHandlingDependencies) =>
  (month: Month, { statistics }: OpenedMonthState): TE.TaskEither<InfrastructureError, boolean> =>
    pipe(
      keys.deriveIdsUnder(statistics as string as ScopeId),
      TE.map(() => true),
      TE.orElse((error) => {
        if (!isScopeEndedError(error) && !isUnreadableError(error)) return TE.left(error)
        cache.evict(streamAddressOfAggregate(circulationMonth)(month))
        return TE.right(false)
      }),
    )

/** The given month, or the first month after it whose loans are not counted yet and whose key is there. Months are counted in order. */
const findUncountedMonth =
  (dependencies: CommandHandlingDependencies) =>
  (month: Month): TE.TaskEither<InfrastructureError, UncountedMonth> =>
    pipe(
      loadAggregate(dependencies)(circulationMonth)(month),
      TE.chainW(({ state }) => {
        if (state._tag === 'Unopened') return TE.right<InfrastructureError, UncountedMonth>({ month, state })
        const findNext = findUncountedMonth(dependencies)(addMonths(1)(month))
        if (state._tag !== 'Opened') return findNext
        return pipe(
          isScopeUsable(dependencies)(month, state),
          TE.chain((isUsable) => (isUsable ? TE.right({ month, state }) : findNext)),
        )
      }),
      // A month that cannot be read is passed like one that is counted.
      TE.orElse((error) =>
        isUnreadableError(error) ? findUncountedMonth(dependencies)(addMonths(1)(month)) : TE.left(error),
      ),
    )

const isUnopenedMonth = ({ _tag }: MonthState): boolean => _tag === 'Unopened'

/** Opens a month. When another process has counted the month meanwhile, this is no error: a later month is used. */
const openMonth =
  (dependencies: CommandHandlingDependencies) =>
  (month: Month): TE.TaskEither<InfrastructureError, unknown> =>
    pipe(
      commandToOpen(dependencies)(circulationMonth, 'statistics')(month, isUnopenedMonth, (scope) => ({
        type: 'OpenMonth',
        month,
        statisticsScope: scope as string as StatisticsId,
      })),
      prepareAndHandleCommand(dependencies)(circulationMonth)(month),
      TE.orElseW((error) => (error._tag === 'Refused' ? TE.right(undefined) : TE.left(error))),
    )

/** How many times a month is opened when another process counts it at the same time. */
const maximumAttempts = 5

/**
 * The scope of a month that this process has found open; undefined when it has not, or when the month may be over on the
 * clock of another process, which then may have counted it. Clocks differ by less than a minute.
 */
const cachedStatisticsScope = (
  { cache, clock }: CommandHandlingDependencies,
  month: Month,
): StatisticsId | undefined => {
  const today = clock.today()
  if (monthOf(today) !== month || isLastDayOfMonth(today)) return undefined
  const state = cache.get(streamAddressOfAggregate(circulationMonth)(month))?.state as MonthState | undefined
  return state?._tag === 'Opened' ? state.statistics : undefined
}

/**
 * The statistics scope for a loan or a reservation of the given month. When that month is counted, it counts in the first
 * month that is not. The calendar's events decide, not the clock: another process may already be in the next month.
 */
const statisticsScope =
  (dependencies: CommandHandlingDependencies, attempt = 1) =>
  (month: Month): TE.TaskEither<InfrastructureError, StatisticsId> => {
    const cachedScope = cachedStatisticsScope(dependencies, month)
    if (cachedScope !== undefined) return TE.right(cachedScope)
    return pipe(
      findUncountedMonth(dependencies)(month),
      TE.chain(({ month, state }) => {
        if (state._tag === 'Opened') return TE.right(state.statistics)
        if (attempt > maximumAttempts)
          return TE.left<InfrastructureError>({ _tag: 'InvalidAppend', reason: 'MonthIsCounted' })
        return pipe(
          openMonth(dependencies)(month),
          TE.chain(() => statisticsScope(dependencies, attempt + 1)(month)),
        )
      }),
    )
  }

/** Opens each scope of the calendar when it is first needed. Concurrent callers get the same scope. */
export const calendarScopes = (dependencies: CommandHandlingDependencies): CalendarScopes => ({
  idempotencyScopeOf: idempotencyScope(dependencies),
  idempotencyDaysBefore: cachedIdempotencyDaysBefore(dependencies),
  statisticsScopeOf: statisticsScope(dependencies),
})
