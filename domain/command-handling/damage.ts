import type { Undecodable } from '../event/decode'
import type { Corrupt, Unavailable } from '../ports/scope-keys'

/** A stored event is damaged: its bytes are there, and cannot be read. It never reads as erased. */
export type Damage = Undecodable | Corrupt

export const isDamage = (error: { readonly _tag: string }): error is Damage =>
  error._tag === 'Undecodable' || error._tag === 'Corrupt'

/** An event that cannot be read now and will not be read later by itself: it is damaged, or its key is gone. */
export type Unreadable = Damage | (Unavailable & Required<Pick<Unavailable, 'key'>>)

export const isUnreadable = (error: { readonly _tag: string }): error is Unreadable =>
  isDamage(error) || (error._tag === 'Unavailable' && 'key' in error)
