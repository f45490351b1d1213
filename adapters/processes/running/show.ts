/** One event in three views; a sealed part is shown by its class. */
export interface ShownEvent {
  readonly revision: number
  readonly type: string
  readonly recorded: string
  /** As stored: the open part, and for each sealed part its class, size in bytes and commitment. */
  readonly stored: {
    readonly open: Readonly<Record<string, unknown>>
    readonly sealed: Readonly<Record<string, string>>
  }
  /** As staff see it: each part plain, or a word that says why not. */
  readonly staff: Readonly<Record<string, unknown>>
  /** As it will read once forgotten: the open part alone. */
  readonly forgotten: Readonly<Record<string, unknown>>
}
