import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import { legalHoldAggregate } from '../hold/legal-hold-aggregate'
import type { LegalHoldEvent } from '../hold/legal-hold-event'
import type { LegalHoldCommand } from '../hold/decide-legal-hold-command'
import type { LegalHoldRefusal } from '../hold/legal-hold-refusal'
import type { Day } from '../values/day'
import type { HoldId } from '../values/ids'
import type { CommandMetadata } from './command-metadata'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** An administrator prolongs or releases a legal hold. */
interface ChangeHoldRequest extends CommandMetadata {
  readonly hold: HoldId
  readonly by: string
  readonly why: string
}

const changeHold =
  (dependencies: UseCaseDependencies) =>
  (metadata: CommandMetadata, command: LegalHoldCommand): UseCaseResult<LegalHoldRefusal, LegalHoldEvent> =>
    runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(legalHoldAggregate)(command.hold))(
      ({ cause }) => handleCommand(dependencies.commandHandling)(legalHoldAggregate)(command.hold, cause)(command),
    )

/** Prolongs a legal hold that stands, to a later last day of a month. */
export const prolongLegalHold =
  (dependencies: UseCaseDependencies) =>
  ({ hold, lastDay, by, why, at, origin }: ChangeHoldRequest & { readonly lastDay: Day }) =>
    changeHold(dependencies)(
      { at, origin },
      { type: 'ProlongHold', hold, lastDay, by, why, on: dependencies.commandHandling.clock.today() },
    )

/** Releases a legal hold. It ends when today is closed; what was due meanwhile is erased then. */
export const releaseLegalHold =
  (dependencies: UseCaseDependencies) =>
  ({ hold, by, why, at, origin }: ChangeHoldRequest) =>
    changeHold(dependencies)(
      { at, origin },
      { type: 'ReleaseHold', hold, by, why, on: dependencies.commandHandling.clock.today() },
    )
