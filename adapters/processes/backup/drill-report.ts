import type { ScopeClass } from '../../../domain/event/scope-class'
import type { Day } from '../../../domain/values/day'

/** How many erased scopes of a class opened. */
export interface ErasedScopeOpeningCounts {
  readonly opened: number
  readonly notOpened: number
}

/** The keys that were tried, and how many could be unwrapped. */
interface UnwrappedCounts {
  readonly tried: number
  /** Each key was tried with every wrapping key that exists. */
  readonly attempts: number
  readonly opened: number
}

/**
 * What a drill has found with a backup whose epoch was destroyed, so that it cannot be restored. It names no scope and no
 * person.
 */
export interface DestroyedEpochDrillReport {
  readonly format: 'glemsom drill of a destroyed epoch 1'
  readonly library: string
  readonly version: string
  readonly backupTakenOn: Day
  readonly inventoryTakenOn: Day
  /** The epoch of the backup. */
  readonly destroyedEpoch: number
  /** The epochs of the ring that was used, those in escrow included. */
  readonly epochs: ReadonlyArray<number>
  /** The wrapped keys of circulation in the backup. */
  readonly rows: UnwrappedCounts
  /** How many of them belong to scopes that were erased between backup and inventory. */
  readonly erasedSince: number
  /** What the backup holds of persons is encrypted as a whole, under a key of its epoch. */
  readonly persons: Pick<UnwrappedCounts, 'attempts' | 'opened'>
  /**
   * A sample of the wrapped keys of today's key store, which must be unwrapped: with a wrong ring no key of the backup
   * could be either. None where today's data folder is not at hand.
   */
  readonly control: ErasedScopeOpeningCounts
  readonly provesSomething: boolean
  /** `passed`: nothing of the backup can be opened. `open`: something can, although its epoch counts as destroyed. */
  readonly horizon: 'open' | 'passed'
}

/** What a drill has found. It names no scope and no person. */
export interface DrillReport {
  readonly format: 'glemsom drill 1'
  readonly library: string
  readonly version: string
  readonly backupTakenOn: Day
  readonly inventoryTakenOn: Day
  /** The epochs of the ring that was used. */
  readonly epochs: ReadonlyArray<number>
  /** The scopes that were erased between backup and inventory, by class. */
  readonly erased: Readonly<Partial<Record<ScopeClass, ErasedScopeOpeningCounts>>>
  /** A sample of living scopes, which must open: otherwise, or when nothing was erased, the drill proves nothing. */
  readonly living: ErasedScopeOpeningCounts
  readonly provesSomething: boolean
  /**
   * Until when a copy of the keys from before an erasure can be unwrapped: `open` when the epoch that wraps them exists
   * in the ring, so that what was erased since the backup still opens with both; `unknown` when nothing was erased.
   */
  readonly horizon: 'open' | 'passed' | 'unknown'
}
