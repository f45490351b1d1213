import type { ShortTermKeyRing } from './short-term-keys'
import type { ShortTermRows } from './short-term-rows'

/** What the short-term store is made of. */
export interface ShortTermDependencies {
  readonly ring: ShortTermKeyRing
  readonly rows: ShortTermRows
  /** Ms since the beginning of 1970, by the clock of the machine. */
  readonly machineTime: () => number
}
