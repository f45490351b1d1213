import type { Day } from '../values/day'
import type { Instant } from '../values/instant'
import type { ScopeId } from '../values/ids'

/** Where an act comes from, and so whether the same act is known when it comes again. */
export type Origin =
  /** Asked for once, without a key: its ids are random. */
  | { readonly _tag: 'Once' }
  /** A caller's idempotency key, for an act whose time the caller names: good for 14 days from that day. */
  | { readonly _tag: 'Keyed'; readonly key: string }
  /** A caller's idempotency key, for an act of now: good for 14 days from the day on which it first came. */
  | { readonly _tag: 'KeyedToday'; readonly key: string }
  /** A row of a ledger, under the scope of its import. */
  | { readonly _tag: 'Imported'; readonly scope: ScopeId; readonly row: string; readonly since: Day }

/** When somebody did something, and where the request to record it comes from. */
export interface Acted {
  readonly at: Instant
  readonly origin: Origin
}

export const once: Origin = { _tag: 'Once' }

/** The act is older than its idempotency key can be known: it is listed for staff, and never run again. */
export interface TooLate {
  readonly _tag: 'TooLate'
  readonly actedOn: Day
  /** The earliest day that is still accepted. */
  readonly earliest: Day
}
