import { streamAddressOf } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { TitleId } from '../values/ids'
import { titleAggregate } from '../title/aggregate'
import type { TitleCommand } from '../title/decide'
import type { TitleRefusal } from '../title/refusal'
import type { TitleEvent } from '../title/title-event'
import type { UseCaseResult } from './use-case-result'
import { refuseCommandAtUnknownBranch } from './refuse-command-at-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { withUseCaseIds } from './with-use-case-ids'

/** The changes that a borrower may make to a reservation. */
export type ReservationChange = Extract<TitleCommand, { readonly type: 'ChangeReservation' | 'CancelReservation' }>

/** Changes a reservation, which keeps its place in the queue, or cancels it. */
export const changeOrCancelReservation =
  (dependencies: UseCaseDependencies) =>
  (title: TitleId, metadata: CommandMetadata) =>
  (command: ReservationChange): UseCaseResult<TitleRefusal, TitleEvent> => {
    const { policy } = dependencies
    const pickUpBranch = command.type === 'ChangeReservation' ? command.pickUpBranch : undefined
    const aggregate = refuseCommandAtUnknownBranch(policy, metadata.at)(pickUpBranch)(titleAggregate(policy))
    return withUseCaseIds(dependencies)(metadata, () => streamAddressOf(aggregate)(title))(({ cause }) =>
      handleCommand(dependencies.commandHandling)(aggregate)(title, cause)(command),
    )
  }
