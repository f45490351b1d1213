import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayAggregate } from '../calendar/day/aggregate'
import { idempotencyOf, type DayState } from '../calendar/day/state'
import { monthAggregate } from '../calendar/month/aggregate'
import { handle, type Desk } from '../handling/handle'
import type { HandlingError, Trouble } from '../handling/handling-error'
import { load } from '../handling/load'
import type { Day } from '../language/day'
import type { IdempotencyId, ScopeId, StatisticsId } from '../language/ids'
import { monthOf, type Month } from '../language/month'
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

/** What is lent for a month whose statistics are made counts in the month that is open. */
const statistics =
  (desk: Desk) =>
  (month: Month): TE.TaskEither<Trouble, StatisticsId> =>
    pipe(
      load(desk)(circulationMonth)(month),
      TE.chainW(({ state }) => {
        if (state._tag === 'Opened') return TE.right(state.statistics)
        if (state._tag !== 'Unopened') return statistics(desk)(monthOf(desk.clock.today()))
        return pipe(
          keyed(desk, 'statistics'),
          TE.chainW((scope) =>
            handle(desk)(circulationMonth)(month)({ type: 'OpenMonth', month, statistics: scope as StatisticsId }),
          ),
          TE.mapLeft(troubleOnly),
          TE.chain(() => statistics(desk)(month)),
        )
      }),
    )

/** Opens a scope of the calendar when it is first asked for; whoever asks at the same time gets the same. */
export const calendarScopes = (desk: Desk): CalendarScopes => ({
  idempotencyOf: idempotency(desk),
  openedBefore: openedBefore(desk),
  statisticsOf: statistics(desk),
})
