import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { legalHoldAggregate } from '../hold/legal-hold-aggregate'
import { HoldableClass } from '../hold/holdable-class'
import type { LegalHoldEvent } from '../hold/legal-hold-event'
import type { LegalHoldRefusal } from '../hold/legal-hold-refusal'
import type { ScopeToHold } from '../ports/legal-hold-queries'
import type { Day } from '../values/day'
import type { BorrowerId, HoldId, ScopeId } from '../values/ids'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import type { CommandMetadata } from './command-metadata'
import { legalHoldLock } from './legal-hold-lock'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** An administrator sets a legal hold on a scope: a loan, a fee, a borrower and so on. */
interface SetHoldRequest extends CommandMetadata {
  readonly scope: ScopeId
  /** The last day of a month. */
  readonly lastDay: Day
  readonly by: string
  readonly why: string
  readonly caseNumber: string
}

interface HeldScope {
  readonly class: HoldableClass
  readonly borrower: BorrowerId
}

const requireHoldable = (found: ScopeToHold): TE.TaskEither<CommandError<LegalHoldRefusal>, HeldScope> => {
  if (found._tag === 'Unknown') return TE.left(commandRefused({ _tag: 'ScopeIsUnknown' }))
  if (found._tag === 'Ended') return TE.left(commandRefused({ _tag: 'ScopeIsErased' }))
  const { class: name, borrower } = found
  return HoldableClass.is(name) && borrower !== undefined
    ? TE.right({ class: name, borrower })
    : TE.left(commandRefused({ _tag: 'ClassCannotBeHeld' }))
}

const holdFromIds = (ids: UseCaseIds): HoldId => ids.idFor('hold') as HoldId

const setUnderLock =
  (dependencies: UseCaseDependencies) =>
  ({ scope, lastDay, by, why, caseNumber }: SetHoldRequest, ids: UseCaseIds) => {
    const { commandHandling, holdQueries } = dependencies
    const hold = holdFromIds(ids)
    const details = { hold, scope, lastDay, by, why, caseNumber, on: commandHandling.clock.today() }
    return pipe(
      holdQueries.findScope(scope),
      TE.chainW(requireHoldable),
      TE.chainW((held) =>
        handleCommand(commandHandling)(legalHoldAggregate)(hold, ids.cause)({ type: 'SetHold', ...details, ...held }),
      ),
      TE.map((handled) => ({ ...handled, hold })),
    )
  }

/**
 * Sets a legal hold. It takes effect at once: from its event on, the retention worker declares neither the scope nor its
 * borrower for erasure. Refused when the scope is declared already, and when it belongs to no borrower.
 */
export const setLegalHold =
  (dependencies: UseCaseDependencies) =>
  (request: SetHoldRequest): UseCaseResult<LegalHoldRefusal, LegalHoldEvent, { readonly hold: HoldId }> =>
    runUseCaseWithIds(dependencies)(request, (ids) => streamAddressOfAggregate(legalHoldAggregate)(holdFromIds(ids)))(
      (ids) => pipe(setUnderLock(dependencies)(request, ids), dependencies.namedLock(legalHoldLock)),
    )
