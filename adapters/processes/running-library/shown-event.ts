import type { ScopeClass } from '../../../domain/event/scope-class'

/** One event in three columns. A sealed part is shown under its class. */
export interface ShownEvent {
  readonly revision: number
  readonly type: string
  readonly recorded: string
  /** Why the event cannot be read; absent when it can. Then each column shows what is there. */
  readonly damaged?: string
  /** As stored: the open part, and under each sealed part's class the size in bytes of all sealed parts. */
  readonly stored: {
    readonly open: Readonly<Record<string, unknown>>
    readonly sealed: Readonly<Record<string, string>>
  }
  /** As staff see it: each part in plain text, or why not: erased with its certificate, unavailable, or corrupt. */
  readonly staff: Readonly<Record<string, unknown>>
  /** The classes of the sealed parts that `staff` shows in plain text, or withholds from its reader. */
  readonly living: ReadonlyArray<ScopeClass>
  /** As it reads after erasure: the open part only. */
  readonly forgotten: Readonly<Record<string, unknown>>
}
