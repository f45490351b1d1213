import type { IdempotencyId } from '../../values/ids'

/** No command has named the day yet, and it is not over. */
export interface Untouched {
  readonly _tag: 'Untouched'
}

/** Commands that name the day are known again by this scope's key. */
export interface OpenedDay {
  readonly _tag: 'Opened'
  readonly idempotency: IdempotencyId
}

/** The day is over. A command from a machine that was offline may still name it, and then opens it late. */
export interface ClosedDay {
  readonly _tag: 'Closed'
  readonly idempotency: IdempotencyId | null
}

export type DayState = Untouched | OpenedDay | ClosedDay

export const untouched: Untouched = { _tag: 'Untouched' }

/** The scope under which commands of this day are known again; `null` when none has named it. */
export const idempotencyOf = (state: DayState): IdempotencyId | null =>
  state._tag === 'Untouched' ? null : state.idempotency
