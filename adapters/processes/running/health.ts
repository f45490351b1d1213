/** Whether the system can work. */
export interface Told {
  readonly ok: boolean
  /** By store: `ok`, or why not. */
  readonly stores: Readonly<Record<string, string>>
}

/** What is known besides while every store answers. */
export interface Known extends Told {
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

export type Health = Told | Known

export const isKnown = (health: Health): health is Known => 'behind' in health
