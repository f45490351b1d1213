import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import { daysKeysAreKnown } from '../../../../domain/use-cases/ids'
import type { Acted } from '../../../../domain/use-cases/origin'
import { addDays } from '../../../../domain/values/day'
import { dayOf, type Instant } from '../../../../domain/values/instant'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import type { Call } from '../route/call'

type Asking = Pick<Call<unknown, unknown, unknown>, 'caller' | 'system' | 'origin'>

/**
 * When an act was done: now, unless staff or a machine say otherwise. Not on a day to come, and no longer ago than a
 * machine may be offline. Moments are compared, not days: the last moment that can be written falls in the year 10000
 * in Copenhagen, which as a string comes before this one.
 */
export const actedAt =
  ({ caller, system, origin }: Asking) =>
  (said: Instant | undefined): E.Either<Failure, Acted> => {
    const { clock } = system.library.desk
    if (said === undefined) return E.right({ at: clock.now(), origin })
    const earliest = addDays(-daysKeysAreKnown)(clock.today())
    return pipe(
      E.right<Failure, Instant>(said),
      E.filterOrElse(
        () => caller.role !== 'borrower',
        (): Failure => edge('TimeIsNotYoursToTell'),
      ),
      E.filterOrElse(
        (at) => at <= clock.now() || dayOf(at) === clock.today(),
        (): Failure => edge('ActIsInTheFuture'),
      ),
      E.filterOrElse(
        (at) => dayOf(at) >= earliest,
        (at): Failure => ({ _tag: 'TooLate', actedOn: dayOf(at), earliest }),
      ),
      E.map((at) => ({ at, origin })),
    )
  }
