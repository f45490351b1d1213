import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { countCopiesOfTitleByReservability } from '../copy/count-copies-of-title-by-reservability'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import type { EventReadError } from '../command-handling/open-event'
import { handleCommand } from '../command-handling/handle-command'
import type { TitleToReserve } from '../parallel-reservation/commands/request-parallel-reservation'
import { parallelReservationAggregate } from '../parallel-reservation/parallel-reservation-aggregate'
import type { ParallelReservationEvent } from '../parallel-reservation/parallel-reservation-event'
import type { ParallelReservationRefusal } from '../parallel-reservation/parallel-reservation-refusal'
import type { BorrowerStanding } from '../policy/borrower-standing'
import { noTitleHoldings } from '../policy/title-holdings'
import { isBorrowerInQueue } from '../title/reservation-queue'
import { addDays, type Day } from '../values/day'
import type { BorrowerId, BranchId, ParallelReservationId, ReservationId, TitleId } from '../values/ids'
import { dayOf } from '../values/instant'
import { monthOf } from '../values/month'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { CommandMetadata } from './command-metadata'
import { homeBranchInForce } from './home-branch-in-force'
import { loadCopiesOfTitle } from './load-copy-states'
import { loadQueue } from './load-queue'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'

/** A borrower wants one of several titles. */
interface ReserveParallelTitlesRequest extends CommandMetadata {
  readonly titles: ReadonlyArray<TitleId>
  readonly borrower: BorrowerId
  /** The home branch, when undefined. */
  readonly pickUpBranch: BranchId | undefined
  /** The policy's interest period, when undefined. */
  readonly interestUntil: Day | undefined
}

type TitleWithReservation = Pick<TitleToReserve, 'title' | 'reservation'>

/** The reservations that follow, in the order of the request. */
interface ParallelReservationsMade {
  readonly reservations: ReadonlyArray<TitleWithReservation>
}

const parallelReservationFromIds = (ids: UseCaseIds): ParallelReservationId =>
  ids.idFor('parallel reservation') as ParallelReservationId

const reservationOfTitle =
  (ids: UseCaseIds) =>
  (title: TitleId): TitleWithReservation => ({
    title,
    reservation: ids.idFor(`reservation of ${title}`) as ReservationId,
  })

const loadTitleToReserve =
  (dependencies: UseCaseDependencies, request: ReserveParallelTitlesRequest) =>
  (standing: BorrowerStanding | undefined) =>
  ({ title, reservation }: TitleWithReservation): TE.TaskEither<EventReadError, TitleToReserve> => {
    const day = dayOf(request.at)
    const policy = dependencies.policy(day)
    const lastDay = request.interestUntil ?? addDays(policy.reservations.interestDays)(day)
    return pipe(
      TE.Do,
      TE.bind('queue', () => loadQueue(dependencies)(title)),
      TE.bind('copies', () => loadCopiesOfTitle(dependencies)(title)),
      TE.map(({ queue, copies }) => ({
        ...{ title, reservation },
        holdings:
          standing === undefined
            ? noTitleHoldings
            : countCopiesOfTitleByReservability(policy)(standing, lastDay)(copies),
        isWaitingAlready: isBorrowerInQueue(queue, null)(request.borrower),
      })),
    )
  }

/**
 * Requests a parallel reservation, under the borrower's lock; a reaction then reserves each title. When one of the titles
 * is refused, none is reserved.
 */
export const reserveParallelTitles =
  (dependencies: UseCaseDependencies) =>
  (
    request: ReserveParallelTitlesRequest,
  ): UseCaseResult<ParallelReservationRefusal, ParallelReservationEvent, ParallelReservationsMade> => {
    const { titles, borrower, interestUntil, at } = request
    const { policy, commandHandling, decisionQueries, calendarScopes } = dependencies
    const aggregate = parallelReservationAggregate(policy)
    const day = dayOf(at)
    return runUseCaseWithIds(dependencies)(request, (ids) =>
      streamAddressOfAggregate(aggregate)(parallelReservationFromIds(ids)),
    )((ids) => {
      const parallelReservation = parallelReservationFromIds(ids)
      const reservations = titles.map(reservationOfTitle(ids))
      return pipe(
        TE.Do,
        TE.bindW('statistics', () => calendarScopes.statisticsScopeOf(monthOf(day))),
        TE.bindW('standing', () => decisionQueries.standing(borrower)),
        TE.bindW('loaded', ({ standing }) =>
          TE.traverseSeqArray(loadTitleToReserve(dependencies, request)(standing))(reservations),
        ),
        TE.chainW(({ statistics, standing, loaded }) => {
          const pickUpBranch = request.pickUpBranch ?? homeBranchInForce(standing, policy(day))(day)
          const checked = aggregateRefusingUnknownBranch(policy, at)(pickUpBranch)(aggregate)
          return handleCommand(commandHandling)(checked)(parallelReservation, ids.cause)({
            ...{ type: 'RequestParallelReservation', parallelReservation, standing, statistics, interestUntil, at },
            ...{ pickUpBranch, titles: loaded, shuffled: commandHandling.random.shuffle(loaded) },
          })
        }),
        withBorrowerLock(dependencies)(borrower),
        TE.map((handled) => ({ ...handled, reservations })),
      )
    })
  }
