import type { Undecodable } from '../event/decode-event-parts'
import type { AppendError } from '../ports/event-store'
import type { Corrupt, ScopeEnded, Unavailable } from '../ports/scope-keys'

/** A rule refuses the command. `refusal` says which. */
export interface CommandRefused<R> {
  readonly _tag: 'Refused'
  readonly refusal: R
}

/** An error of a store, of the keys, or of stored bytes. */
export type InfrastructureError = AppendError | Unavailable | Corrupt | ScopeEnded | Undecodable

export type CommandError<R> = CommandRefused<R> | InfrastructureError

export const commandRefused = <R>(refusal: R): CommandRefused<R> => ({ _tag: 'Refused', refusal })
