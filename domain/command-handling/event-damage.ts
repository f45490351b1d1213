import type { Undecodable } from '../event/decode-event-parts'
import type { Erased } from '../event/plain-or-erased'
import type { Corrupt, ScopeEnded, Unavailable } from '../ports/scope-keys'

/** A stored event is damaged: its bytes are there, and cannot be read. It never reads as erased. */
export type EventDamage = Undecodable | Corrupt

export const isEventDamage = (error: { readonly _tag: string }): error is EventDamage =>
  error._tag === 'Undecodable' || error._tag === 'Corrupt'

/** An event that cannot be read now and will not be read later by itself: it is damaged, or its key is gone. */
export type Unreadable = EventDamage | (Unavailable & Required<Pick<Unavailable, 'key'>>)

export const isUnreadableError = (error: { readonly _tag: string }): error is Unreadable =>
  isEventDamage(error) || (error._tag === 'Unavailable' && 'key' in error)

/** Whether the key was lost, and the log says so (`ScopeLost`). */
export const isLostKey = ({ key }: Pick<Unavailable, 'key'>): boolean => key === 'lost'

/** Whether the key is fenced although the log, as far as it was read, says nothing of an erasure. */
export const isFencedKeyError = (error: { readonly _tag: string }): boolean =>
  error._tag === 'Unavailable' && 'key' in error && error.key === 'fenced'

type EndedScope = Erased | ScopeEnded | (Unavailable & { readonly key: 'lost' })

/** Whether nothing can be done with the key of a scope any more: it is erased, or was lost, as the log says. */
export const isScopeEndedError = (error: { readonly _tag: string }): error is EndedScope =>
  error._tag === 'Erased' ||
  error._tag === 'ScopeEnded' ||
  (error._tag === 'Unavailable' && 'key' in error && error.key === 'lost')
