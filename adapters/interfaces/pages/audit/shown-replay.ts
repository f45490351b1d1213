import type { ReplayedValue } from '../../../../domain/replay/replayed-value'

/** A value of a replay as the routes answer it. Which members it has follows from its status. */
export interface ShownValue {
  readonly status: ReplayedValue['status']
  readonly value?: unknown
  readonly class?: string
  readonly certificate?: string | null
  readonly reason?: string
}

/** A fact of a state. `of`: the reservation or the block that it is about. */
export interface ShownFact {
  readonly name: string
  readonly of: string | null
  readonly value: ShownValue
}

/** What differs. Null: the fact was not there. */
export interface ShownChange extends Omit<ShownFact, 'value'> {
  readonly before: ShownValue | null
  readonly after: ShownValue | null
}

/** One event, and what it changed. */
export interface ShownStep {
  readonly revision: number
  readonly position: string | null
  readonly type: string
  readonly recorded: string
  readonly parts: ReadonlyArray<ShownValue & { readonly class: string }>
  readonly changes: ReadonlyArray<ShownChange>
  readonly damaged?: string
}

/** What the log says: a state with the events that made it, or what differs between two days. */
export type ShownReplay =
  | {
      readonly facts: ReadonlyArray<ShownFact>
      readonly damagedEvents: number
      readonly steps: ReadonlyArray<ShownStep>
      readonly next: string | null
    }
  | { readonly changes: ReadonlyArray<ShownChange>; readonly damagedEvents: number }
