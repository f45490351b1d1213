import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import { idempotencyKeyDays } from '../../../../domain/use-cases/repeatable-ids-of-use-case'
import type { CommandMetadata } from '../../../../domain/use-cases/command-metadata'
import { addDays } from '../../../../domain/values/day'
import { dayOf, type Instant } from '../../../../domain/values/instant'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { RouteRequest } from '../route/route-handler'

type CallerContext = Pick<RouteRequest<unknown, unknown, unknown>, 'caller' | 'library' | 'origin'>

/**
 * The time of an act: now, unless staff or a machine send `actedAt`. It may not lie on a later day, nor longer ago than
 * a machine may be offline. Instants are compared, not days: the last instant that can be written falls in the year
 * 10000 in Copenhagen, which as a string sorts before this year.
 */
export const resolveActedAt =
  ({ caller, library, origin }: CallerContext) =>
  (requested: Instant | undefined): E.Either<HttpFailure, CommandMetadata> => {
    const { clock } = library.useCaseDependencies.commandHandling
    if (requested === undefined) return E.right({ at: clock.now(), origin })
    const earliest = addDays(-idempotencyKeyDays)(clock.today())
    return pipe(
      E.right<HttpFailure, Instant>(requested),
      E.filterOrElse(
        () => caller.role !== 'borrower',
        (): HttpFailure => httpRequestFailure('TimeIsNotYoursToTell'),
      ),
      E.filterOrElse(
        (at) => at <= clock.now() || dayOf(at) === clock.today(),
        (): HttpFailure => ({ _tag: 'ActIsInTheFuture', latest: clock.today() }),
      ),
      E.filterOrElse(
        (at) => dayOf(at) >= earliest,
        (at): HttpFailure => ({ _tag: 'TooLate', actedOn: dayOf(at), earliest }),
      ),
      E.map((at) => ({ at, origin })),
    )
  }
