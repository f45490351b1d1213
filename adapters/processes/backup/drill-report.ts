import type { ScopeClass } from '../../../domain/event/scope-class'
import type { Day } from '../../../domain/values/day'

/** How many erased scopes of a class opened. */
export interface OpenedCounts {
  readonly opened: number
  readonly notOpened: number
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
  readonly erased: Readonly<Partial<Record<ScopeClass, OpenedCounts>>>
  /** A sample of living scopes, which must open: otherwise, or when nothing was erased, the drill proves nothing. */
  readonly living: OpenedCounts
  readonly provesSomething: boolean
  /**
   * Until when a copy of the keys from before an erasure can be unwrapped: `open` when the epoch that wraps them exists
   * in the ring, so that what was erased since the backup still opens with both; `unknown` when nothing was erased.
   */
  readonly horizon: 'open' | 'passed' | 'unknown'
}
