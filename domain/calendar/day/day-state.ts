import type { IdempotencyId } from '../../values/ids'

/** No command has named the day, and it is not closed. */
interface UnopenedDay {
  readonly _tag: 'Untouched'
}

/** Idempotency keys of commands that name the day are recognised under this scope. */
interface OpenedDay {
  readonly _tag: 'Opened'
  readonly idempotency: IdempotencyId
}

/** The day is closed. A command of a machine that was offline may still name it, and then opens it late. */
interface ClosedDay {
  readonly _tag: 'Closed'
  readonly idempotency: IdempotencyId | null
}

export type DayState = UnopenedDay | OpenedDay | ClosedDay

export const unopenedDay: UnopenedDay = { _tag: 'Untouched' }

/** The scope for idempotency keys of this day; `null` when no command has named it. */
export const idempotencyScopeOfDay = (state: DayState): IdempotencyId | null =>
  state._tag === 'Untouched' ? null : state.idempotency
