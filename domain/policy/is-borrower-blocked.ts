import { isOverDebtLimit } from './debt-limit'
import { causesOfRefusalByBlocks, type CauseOfRefusal } from './overridable-refusal'
import type { Policy } from './policy'
import type { BorrowerStanding } from './borrower-standing'

/** "Any block refuses lending, renewing and reserving." The reason is not part of the answer. */
export const hasAnyBlock = (standing: BorrowerStanding): boolean => standing.blocks.length > 0

export const owesTooMuch =
  (policy: Policy) =>
  (standing: BorrowerStanding): boolean =>
    isOverDebtLimit(policy.debtLimit)(standing.owed)

/** Blocked by a block, or by debt (block E), which is computed and takes effect at once. */
export const isBorrowerBlocked =
  (policy: Policy) =>
  (standing: BorrowerStanding): boolean =>
    hasAnyBlock(standing) || owesTooMuch(policy)(standing)

/** What stands behind a refusal because the borrower is blocked: blocks, debt, or both. */
export const causesOfBlockedBorrower = ({
  policy,
  standing,
}: {
  readonly policy: Policy
  readonly standing: BorrowerStanding
}): ReadonlyArray<CauseOfRefusal> => [
  ...causesOfRefusalByBlocks(standing.blocks),
  ...(owesTooMuch(policy)(standing) ? (['debtOverLimit'] as const) : []),
]
