import type { Day } from '../values/day'
import type { Instant } from '../values/instant'
import type { ScopeId } from '../values/ids'

/** Where a command comes from. This decides whether a repeat of it is recognised. */
export type CommandOrigin =
  /** Sent without an idempotency key: its ids are random. */
  | { readonly _tag: 'Once' }
  /**
   * A caller's idempotency key, for a command whose time the caller names. The key is recognised for 14 days from that
   * day.
   */
  | { readonly _tag: 'Keyed'; readonly key: string }
  /**
   * A caller's idempotency key, for a command without a time. The key is recognised for 14 days from the day on which
   * it first came.
   */
  | { readonly _tag: 'KeyedToday'; readonly key: string }
  /** A row of a ledger, under the scope of its import. */
  | { readonly _tag: 'Imported'; readonly scope: ScopeId; readonly row: string; readonly since: Day }

/** When the act happened, and where the command comes from. */
export interface CommandMetadata {
  readonly at: Instant
  readonly origin: CommandOrigin
}

export const unkeyedOrigin: CommandOrigin = { _tag: 'Once' }

/** The command is older than its idempotency key can be recognised. It is listed for staff and never run. */
export interface CommandTooLate {
  readonly _tag: 'TooLate'
  readonly actedOn: Day
  /** The earliest day that is accepted. */
  readonly earliest: Day
}
