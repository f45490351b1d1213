import type { Undecodable } from '../event/decode'
import type { AppendError } from '../ports/event-store'
import type { Corrupt, ScopeEnded, Unavailable } from '../ports/keys'

/** The library's answer to a command it will not carry out. */
export interface Refused<R> {
  readonly _tag: 'Refused'
  readonly refusal: R
}

/** What goes wrong with keys, stored bytes or the store. */
export type Trouble = AppendError | Unavailable | Corrupt | ScopeEnded | Undecodable

export type HandlingError<R> = Refused<R> | Trouble

export const refused = <R>(refusal: R): Refused<R> => ({ _tag: 'Refused', refusal })
