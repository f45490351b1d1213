import type { LagByConsumer } from '../lag/lag-meter'

/** Whether the library is healthy, and the status of each store. */
export interface StoresHealth {
  readonly ok: boolean
  /** By store: `ok`, or the reason why it does not answer. */
  readonly stores: Readonly<Record<string, string>>
}

/** Further facts, known only when every store answers. */
export interface FullHealth extends StoresHealth {
  /** How far each projector and reactor is behind. */
  readonly behind: LagByConsumer
  readonly retention: {
    readonly due: number
    readonly overdue: number
    readonly waitingFor: ReadonlyArray<string>
    /** The failures of the last run. */
    readonly failed: ReadonlyArray<string>
  }
}

export type Health = StoresHealth | FullHealth

export const isFullHealth = (health: Health): health is FullHealth => 'behind' in health
