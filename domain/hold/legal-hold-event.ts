import type { HoldProlonged } from './events/hold-prolonged'
import type { HoldReleased } from './events/hold-released'
import type { HoldSet } from './events/hold-set'

export type LegalHoldEvent = HoldSet | HoldProlonged | HoldReleased
