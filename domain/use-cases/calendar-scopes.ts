import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayAggregate } from '../calendar/day/aggregate'
import { idempotencyOf, type DayState } from '../calendar/day/state'
import { monthAggregate } from '../calendar/month/aggregate'
import type { OpenedMonth, UnopenedMonth } from '../calendar/month/state'
import { handle, type Desk } from '../command-handling/handle'
import type { HandlingError, Trouble } from '../command-handling/handling-error'
import { load } from '../command-handling/load'
import type { Day } from '../values/day'
import type { IdempotencyId, ScopeId, StatisticsId } from '../values/ids'
import { addMonths, type Month } from '../values/month'
import type { CalendarScopes } from './library'
import { openedBefore } from './opened-days'

const troubleOnly = (error: HandlingError<{ readonly _tag: string }>): Trouble =>
  error._tag === 'Refused' ? { _tag: 'InvalidAppend', reason: error.refusal._tag } : error

/** The key is durable before the event that names its scope, as for every scope. */
const keyed = (desk: Desk, name: 'idempotency' | 'statistics') => {
  const scope = desk.random.uuid()
  return pipe(
    desk.keys.make([{ scope: scope as ScopeId, class: name }]),
    TE.map(() => scope),
  )
}

const openDay =
  (desk: Desk) =>
  (day: Day): TE.TaskEither<Trouble, IdempotencyId> =>
    pipe(
      keyed(desk, 'idempotency'),
      TE.chainW((scope) =>
        handle(desk)(dayAggregate)(day)({
          type: 'OpenDay',
          day,
          idempotency: scope as IdempotencyId,
          today: desk.clock.today(),
        }),
      ),
      TE.chainW(() => load(desk)(dayAggregate)(day)),
      TE.mapLeft(troubleOnly),
      TE.map(({ state }) => idempotencyOf(state) as IdempotencyId),
    )

const idempotency =
  (desk: Desk) =>
  (day: Day): TE.TaskEither<Trouble, IdempotencyId> =>
    pipe(
      load(desk)(dayAggregate)(day),
      TE.chainW(({ state }: { readonly state: DayState }) => {
        const known = idempotencyOf(state)
        return known === null ? openDay(desk)(day) : TE.right(known)
      }),
    )

const circulationMonth = monthAggregate('circulation')

interface UncountedMonth {
  readonly month: Month
  readonly state: UnopenedMonth | OpenedMonth
}

/** This month, or where its statistics are made the one after the last whose are. Months are counted one by one. */
const uncounted =
  (desk: Desk) =>
  (month: Month): TE.TaskEither<Trouble, UncountedMonth> =>
    pipe(
      load(desk)(circulationMonth)(month),
      TE.chainW(({ state }) =>
        state._tag === 'Unopened' || state._tag === 'Opened'
          ? TE.right({ month, state })
          : uncounted(desk)(addMonths(1)(month)),
      ),
    )

/** Whoever counted the month meanwhile was first, which is no trouble: there is a later one. */
const openMonth =
  (desk: Desk) =>
  (month: Month): TE.TaskEither<Trouble, unknown> =>
    pipe(
      keyed(desk, 'statistics'),
      TE.chainW((scope) =>
        handle(desk)(circulationMonth)(month)({ type: 'OpenMonth', month, statistics: scope as StatisticsId }),
      ),
      TE.orElseW((error) => (error._tag === 'Refused' ? TE.right(undefined) : TE.left(error))),
    )

/** How often a month is opened that another process counts at the same time. */
const attempts = 5

/**
 * What is lent for a month whose statistics are made counts in the month that is open. The calendar says which that is,
 * and not the clock: another process may be in the next month already.
 */
const statistics =
  (desk: Desk, attempt = 1) =>
  (asked: Month): TE.TaskEither<Trouble, StatisticsId> =>
    pipe(
      uncounted(desk)(asked),
      TE.chain(({ month, state }) => {
        if (state._tag === 'Opened') return TE.right(state.statistics)
        if (attempt > attempts) return TE.left<Trouble>({ _tag: 'InvalidAppend', reason: 'MonthIsCounted' })
        return pipe(
          openMonth(desk)(month),
          TE.chain(() => statistics(desk, attempt + 1)(month)),
        )
      }),
    )

/** Opens a scope of the calendar when it is first asked for; whoever asks at the same time gets the same. */
export const calendarScopes = (desk: Desk): CalendarScopes => ({
  idempotencyOf: idempotency(desk),
  openedBefore: openedBefore(desk),
  statisticsOf: statistics(desk),
})
