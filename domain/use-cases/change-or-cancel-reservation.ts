import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { TitleId } from '../values/ids'
import { titleAggregate } from '../title/title-aggregate'
import type { TitleCommand } from '../title/decide-title-command'
import type { TitleRefusal } from '../title/title-refusal'
import type { TitleEvent } from '../title/title-event'
import type { UseCaseResult } from './use-case-result'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** The changes that a borrower may make to a reservation. */
export type ReservationChange = Extract<TitleCommand, { readonly type: 'ChangeReservation' | 'CancelReservation' }>

/** Changes a reservation, which keeps its place in the queue, or cancels it. */
export const changeOrCancelReservation =
  (dependencies: UseCaseDependencies) =>
  (title: TitleId, metadata: CommandMetadata) =>
  (command: ReservationChange): UseCaseResult<TitleRefusal, TitleEvent> => {
    const { policy } = dependencies
    const pickUpBranch = command.type === 'ChangeReservation' ? command.pickUpBranch : undefined
    const aggregate = aggregateRefusingUnknownBranch(policy, metadata.at)(pickUpBranch)(titleAggregate(policy))
    return runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(aggregate)(title))(({ cause }) =>
      handleCommand(dependencies.commandHandling)(aggregate)(title, cause)(command),
    )
  }
