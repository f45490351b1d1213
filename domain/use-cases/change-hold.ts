import { streamAddressOf } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import { holdAggregate } from '../hold/aggregate'
import type { LegalHoldEvent } from '../hold/legal-hold-event'
import type { HoldCommand } from '../hold/decide'
import type { HoldRefusal } from '../hold/refusal'
import type { Day } from '../values/day'
import type { HoldId } from '../values/ids'
import type { CommandMetadata } from './command-metadata'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'
import { withUseCaseIds } from './with-use-case-ids'

/** An administrator prolongs or releases a legal hold. */
interface ChangeHoldRequest extends CommandMetadata {
  readonly hold: HoldId
  readonly by: string
  readonly why: string
}

const changeHold =
  (dependencies: UseCaseDependencies) =>
  (metadata: CommandMetadata, command: HoldCommand): UseCaseResult<HoldRefusal, LegalHoldEvent> =>
    withUseCaseIds(dependencies)(metadata, () => streamAddressOf(holdAggregate)(command.hold))(({ cause }) =>
      handleCommand(dependencies.commandHandling)(holdAggregate)(command.hold, cause)(command),
    )

/** Prolongs a legal hold that stands, to a later last day of a month. */
export const prolongHold =
  (dependencies: UseCaseDependencies) =>
  ({ hold, lastDay, by, why, at, origin }: ChangeHoldRequest & { readonly lastDay: Day }) =>
    changeHold(dependencies)(
      { at, origin },
      { type: 'ProlongHold', hold, lastDay, by, why, on: dependencies.commandHandling.clock.today() },
    )

/** Releases a legal hold. It ends when today is closed; what was due meanwhile is erased then. */
export const releaseHold =
  (dependencies: UseCaseDependencies) =>
  ({ hold, by, why, at, origin }: ChangeHoldRequest) =>
    changeHold(dependencies)(
      { at, origin },
      { type: 'ReleaseHold', hold, by, why, on: dependencies.commandHandling.clock.today() },
    )
