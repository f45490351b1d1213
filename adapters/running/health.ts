/** Whether the system can work, and how far what follows the logs is behind. */
export interface Health {
  readonly ok: boolean
  /** By store: `ok`, or why not. */
  readonly stores: Readonly<Record<string, string>>
  /** Who follows the logs, and how many of them each has yet to pass the end of: 0 when it is abreast. */
  readonly behind: Readonly<Record<string, number>>
  readonly retention: {
    readonly due: number
    readonly overdue: number
    readonly waitingFor: ReadonlyArray<string>
    /** What the last run could not do. */
    readonly failed: ReadonlyArray<string>
  }
}
