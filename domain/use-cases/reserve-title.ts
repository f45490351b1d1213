import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { countCopiesOfTitleByReservability } from '../copy/count-copies-of-title-by-reservability'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import { noTitleHoldings } from '../policy/title-holdings'
import { addDays, type Day } from '../values/day'
import { dayOf } from '../values/instant'
import type { BorrowerId, BranchId, CopyId, ReservationId, StatisticsId, TitleId } from '../values/ids'
import { monthOf } from '../values/month'
import { titleAggregate } from '../title/title-aggregate'
import type { TitleRefusal } from '../title/title-refusal'
import type { TitleEvent } from '../title/title-event'
import type { OverrideReason } from '../policy/refusal-override'
import type { UseCaseResult } from './use-case-result'
import { volumeOfCopy, type CopyState } from '../copy/copy-state'
import type { BorrowerStanding } from '../policy/borrower-standing'
import { doVolumesOverlap, type Volume } from '../values/volume'
import { homeBranchInForce } from './home-branch-in-force'
import { withBorrowerLock } from './with-borrower-lock'
import { loadCopiesOfTitle } from './load-copy-states'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A borrower reserves a title. */
interface ReserveTitleRequest extends CommandMetadata {
  readonly title: TitleId
  readonly borrower: BorrowerId
  /** The wanted volume of a periodical; undefined for any. */
  readonly volume?: Volume | undefined
  /** The home branch, when undefined. */
  readonly pickUpBranch: BranchId | undefined
  /** The policy's interest period, when undefined. */
  readonly interestUntil: Day | undefined
  /** Why staff go on in spite of a refusal; undefined when they do not. */
  readonly overrideReason?: OverrideReason | undefined
}

/** The standing without loans of other volumes of the title: they do not prevent the reservation. */
const withLoansOfVolume =
  (copies: ReadonlyArray<CopyState>, title: TitleId, wanted: Volume | null) =>
  (standing: BorrowerStanding): BorrowerStanding => {
    const volumeOf = (copy: CopyId): Volume | null =>
      volumeOfCopy(copies.find((state) => state._tag !== 'Unknown' && state.item.copy === copy))
    const loans = standing.loans.filter((loan) => loan.title !== title || doVolumesOverlap(volumeOf(loan.copy), wanted))
    return { ...standing, loans }
  }

/** Puts a borrower at the end of the queue for a title, under the borrower's lock. */
export const reserveTitle =
  (dependencies: UseCaseDependencies) =>
  ({
    title,
    borrower,
    volume: wanted,
    pickUpBranch: chosenBranch,
    interestUntil,
    overrideReason,
    at,
    origin,
  }: ReserveTitleRequest): UseCaseResult<TitleRefusal, TitleEvent, { readonly reservation: ReservationId }> => {
    const aggregate = titleAggregate(dependencies.policy)
    const day = dayOf(at)
    const volume = wanted ?? null
    const policy = dependencies.policy(day)
    return runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(aggregate)(title))((ids) => {
      const reservation = ids.idFor('reservation') as ReservationId
      const lastDayOfInterest = addDays(policy.reservations.interestDays)(day)
      const reserveUnderLock = (statistics: StatisticsId) =>
        pipe(
          TE.Do,
          TE.bindW('standing', () => dependencies.decisionQueries.standing(borrower)),
          TE.bindW('copies', () => loadCopiesOfTitle(dependencies)(title)),
          TE.chainW(({ standing, copies }) => {
            const pickUpBranch = chosenBranch ?? homeBranchInForce(standing, policy)(day)
            const checked = aggregateRefusingUnknownBranch(dependencies.policy, at)(pickUpBranch)(aggregate)
            return handleCommand(dependencies.commandHandling)(checked)(title, ids.cause)({
              type: 'Reserve',
              reservation,
              statistics,
              title,
              standing: standing && withLoansOfVolume(copies, title, volume)(standing),
              volume,
              holdings:
                standing === undefined
                  ? noTitleHoldings
                  : countCopiesOfTitleByReservability(policy)(standing, interestUntil ?? lastDayOfInterest, volume)(
                      copies,
                    ),
              pickUpBranch,
              interestUntil,
              overrideReason,
              at,
            })
          }),
          TE.map((handled) => ({ ...handled, reservation })),
          withBorrowerLock(dependencies)(borrower),
        )
      return pipe(dependencies.calendarScopes.statisticsScopeOf(monthOf(day)), TE.chainW(reserveUnderLock))
    })
  }
