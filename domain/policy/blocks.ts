import { isOverDebtLimit } from './debt'
import type { Policy } from './policy'
import type { Standing } from './standing'

/** "Any block refuses lending, renewing and reserving." Which one is between the borrower and the staff. */
export const hasBlock = (standing: Standing): boolean => standing.blocks.length > 0

export const owesTooMuch =
  (policy: Policy) =>
  (standing: Standing): boolean =>
    isOverDebtLimit(policy.debtLimit)(standing.owed)

/** Blocked by a block that was set, or by debt (block E), which is computed and in force at once. */
export const isBlocked =
  (policy: Policy) =>
  (standing: Standing): boolean =>
    hasBlock(standing) || owesTooMuch(policy)(standing)
