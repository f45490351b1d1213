import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import type { CommandIdSource } from '../command-handling/command-id-source'
import { handleCommand } from '../command-handling/handle-command'
import { dayOf } from '../values/instant'
import type { BorrowerId, CopyId, LoanId, TitleId } from '../values/ids'
import { countPlacesPreventingRenewal } from '../title/count-places-preventing-renewal'
import { placesOfOthersInQueue } from '../title/reservation-queue'
import { volumeOfCopy } from '../copy/copy-state'
import type { QueuePlace } from '../title/title-state'
import { isVolumeServedBy, type Volume } from '../values/volume'
import { loadCopyState } from './load-copy-states'
import { loadQueue } from './load-queue'
import { loadBorrowersOfPlaces } from './load-waiting-borrowers'
import type { OverrideReason } from '../policy/refusal-override'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A loan of a borrower, and the moment of its renewal. */
export interface RenewalToCheck extends Pick<CommandMetadata, 'at'> {
  readonly copy: CopyId
  readonly loan: LoanId
  readonly title: TitleId
  readonly borrower: BorrowerId
}

/** A borrower renews a loan. */
export interface RenewLoanRequest extends RenewalToCheck, CommandMetadata {
  /** Why staff go on in spite of a denial; undefined when they do not. */
  readonly overrideReason?: OverrideReason | undefined
}

const isPlaceServedBy =
  (volume: Volume | null) =>
  (place: QueuePlace): boolean =>
    place._tag === 'Forgotten' || isVolumeServedBy(volume)(place.volume)

/** How many other borrowers wait for the title of a loan, or for its volume, without those who are absent on the day of the renewal. */
export const countOthersWaiting =
  (dependencies: UseCaseDependencies) =>
  ({ copy, title, borrower, at }: RenewalToCheck) =>
    pipe(
      TE.Do,
      TE.bind('queue', () => loadQueue(dependencies)(title)),
      TE.bind('state', () => loadCopyState(dependencies)(copy)),
      TE.map(({ queue, state }) => placesOfOthersInQueue(borrower)(queue).filter(isPlaceServedBy(volumeOfCopy(state)))),
      TE.chain((places) =>
        pipe(
          loadBorrowersOfPlaces(dependencies)(places),
          TE.map((waiting) => countPlacesPreventingRenewal(dayOf(at), waiting)(places)),
        ),
      ),
    )

const renewUnderLock =
  (dependencies: UseCaseDependencies, cause: CommandIdSource | undefined) =>
  (request: RenewLoanRequest): UseCaseResult<CopyRefusal, CopyEvent> => {
    const { copy, loan, borrower, at, overrideReason } = request
    return pipe(
      TE.Do,
      TE.bindW('standing', () => dependencies.decisionQueries.standing(borrower)),
      TE.bindW('othersWaiting', () => countOthersWaiting(dependencies)(request)),
      TE.chainW(({ standing, othersWaiting }) =>
        handleCommand(dependencies.commandHandling)(copyAggregate(dependencies.policy))(copy, cause)({
          type: 'Renew',
          loan,
          standing,
          othersWaiting,
          at,
          overrideReason,
        }),
      ),
      withBorrowerLock(dependencies)(borrower),
    )
  }

/** Renews a loan, under the borrower's lock, or denies it with one of the eight other answers. */
export const renewLoan =
  (dependencies: UseCaseDependencies) =>
  (request: RenewLoanRequest): UseCaseResult<CopyRefusal, CopyEvent> =>
    runUseCaseWithIds(dependencies)(request, () =>
      streamAddressOfAggregate(copyAggregate(dependencies.policy))(request.copy),
    )(({ cause }) => renewUnderLock(dependencies, cause)(request))
