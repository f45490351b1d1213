import * as t from 'io-ts'
import type { BlockReason } from './block-reason'

/**
 * The causes of refusals that a policy may let staff override: limits that the library sets for itself, and blocks that
 * protect the library. No policy lets staff override what a law or the right of somebody else stands behind: an age limit,
 * a copy that is set aside for another borrower, a title that others wait for, a stolen card, a registration that nobody
 * has confirmed, a borrower who has died or is being erased.
 */
export const OverridableRefusal = t.keyof({
  debtOverLimit: null,
  loanLimitReached: null,
  renewalLimitReached: null,
  renewalTooEarly: null,
  reservationLimitReached: null,
  blockedByMachine: null,
  excluded: null,
  excludedLonger: null,
})
export type OverridableRefusal = t.TypeOf<typeof OverridableRefusal>

/** What stands behind a refusal: a cause that a policy may let staff override, or one that nobody may. */
export type CauseOfRefusal = OverridableRefusal | 'neverOverridable'

/** "Staff may, where the library's policy allows it": the limits, and the block that a machine sets. */
export const defaultOverridableRefusals: ReadonlyArray<OverridableRefusal> = [
  'debtOverLimit',
  'loanLimitReached',
  'renewalLimitReached',
  'renewalTooEarly',
  'reservationLimitReached',
  'blockedByMachine',
]

const causesOfBlocks: Readonly<Record<BlockReason, CauseOfRefusal>> = {
  O: 'neverOverridable',
  U: 'excluded',
  F: 'excludedLonger',
  S: 'blockedByMachine',
  W: 'neverOverridable',
  D: 'neverOverridable',
}

/** What stands behind a refusal that comes from blocks. */
export const causesOfRefusalByBlocks = (blocks: ReadonlyArray<BlockReason>): ReadonlyArray<CauseOfRefusal> =>
  blocks.map((block) => causesOfBlocks[block])
