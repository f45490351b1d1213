import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { legalHoldAggregate } from '../hold/legal-hold-aggregate'
import { HoldableClass, type HeldClass } from '../hold/holdable-class'
import type { LegalHoldEvent } from '../hold/legal-hold-event'
import type { LegalHoldRefusal } from '../hold/legal-hold-refusal'
import type { HoldExplanation } from '../hold/hold-explanation'
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
  /** What the borrower is told; null for a hold that may not be told. */
  readonly explanation: HoldExplanation | null
  /** Of a recording, which names nobody: the borrower with whom there is a dispute. Otherwise null. */
  readonly disputeWith: BorrowerId | null
}

interface HeldScope {
  readonly class: HeldClass
  readonly borrower: BorrowerId
}

type HoldRefused = CommandError<LegalHoldRefusal>

const refuse = (refusal: LegalHoldRefusal): TE.TaskEither<HoldRefused, never> => TE.left(commandRefused(refusal))

const requireLiving = (
  found: ScopeToHold,
): TE.TaskEither<HoldRefused, Extract<ScopeToHold, { readonly _tag: 'Living' }>> => {
  if (found._tag === 'Unknown') return refuse({ _tag: 'ScopeIsUnknown' })
  return found._tag === 'Ended' ? refuse({ _tag: 'ScopeIsErased' }) : TE.right(found)
}

/** The borrower of a hold on a recording: a living borrower, whom the request names. */
const borrowerOfDispute =
  ({ holdQueries, policy, commandHandling }: UseCaseDependencies) =>
  (disputeWith: BorrowerId | null): TE.TaskEither<HoldRefused, HeldScope> => {
    if (policy(commandHandling.clock.today()).legalHolds.recordings === 'never')
      return refuse({ _tag: 'RecordingsAreNotHeld' })
    if (disputeWith === null) return refuse({ _tag: 'BorrowerOfDisputeIsWrong' })
    return pipe(
      holdQueries.findScope(disputeWith as string as ScopeId),
      TE.chainW((found) =>
        found._tag === 'Living' && found.class === 'borrower'
          ? TE.right({ class: 'footage', borrower: disputeWith } as const)
          : refuse({ _tag: 'BorrowerOfDisputeIsWrong' }),
      ),
    )
  }

const requireHoldable =
  (dependencies: UseCaseDependencies) =>
  ({ scope, disputeWith }: SetHoldRequest): TE.TaskEither<HoldRefused, HeldScope> =>
    pipe(
      dependencies.holdQueries.findScope(scope),
      TE.chainW(requireLiving),
      TE.chainW(({ class: name, borrower }) => {
        if (name === 'footage') return borrowerOfDispute(dependencies)(disputeWith)
        if (!HoldableClass.is(name) || borrower === undefined) return refuse({ _tag: 'ClassCannotBeHeld' })
        return disputeWith === null ? TE.right({ class: name, borrower }) : refuse({ _tag: 'BorrowerOfDisputeIsWrong' })
      }),
    )

const holdFromIds = (ids: UseCaseIds): HoldId => ids.idFor('hold') as HoldId

const setUnderLock = (dependencies: UseCaseDependencies) => (request: SetHoldRequest, ids: UseCaseIds) => {
  const { commandHandling, policy } = dependencies
  const { scope, lastDay, by, why, caseNumber, explanation } = request
  const hold = holdFromIds(ids)
  const on = commandHandling.clock.today()
  const details = { hold, scope, lastDay, by, why, caseNumber, explanation, on, policy: policy(on).legalHolds }
  return pipe(
    requireHoldable(dependencies)(request),
    TE.chainW((held) =>
      handleCommand(commandHandling)(legalHoldAggregate)(hold, ids.cause)({ type: 'SetHold', ...details, ...held }),
    ),
    TE.map((handled) => ({ ...handled, hold })),
  )
}

/**
 * Sets a legal hold. It takes effect at once: from its event on, the retention worker declares neither the scope nor its
 * borrower for erasure. Refused when the scope is declared already, and when it belongs to no borrower and is no recording.
 */
export const setLegalHold =
  (dependencies: UseCaseDependencies) =>
  (request: SetHoldRequest): UseCaseResult<LegalHoldRefusal, LegalHoldEvent, { readonly hold: HoldId }> =>
    runUseCaseWithIds(dependencies)(request, (ids) => streamAddressOfAggregate(legalHoldAggregate)(holdFromIds(ids)))(
      (ids) => pipe(setUnderLock(dependencies)(request, ids), dependencies.namedLock(legalHoldLock)),
    )
