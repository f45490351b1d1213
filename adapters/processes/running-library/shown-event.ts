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
  /** As staff see it: each part in plain text, or a word that says why not. */
  readonly staff: Readonly<Record<string, unknown>>
  /** As it reads after erasure: the open part only. */
  readonly forgotten: Readonly<Record<string, unknown>>
}
