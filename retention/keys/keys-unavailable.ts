import { isLostKey } from '../../domain/command-handling/event-damage'
import type { Erased } from '../../domain/event/plain-or-erased'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { Corrupt, ScopeEnded, Unavailable } from '../../domain/ports/scope-keys'

/** The error of a key that cannot be used. The reason is a fixed text that names no scope and no person. */
export const keysUnavailable = (reason: string): Unavailable => ({ _tag: 'Unavailable', reason })

/** The error of a key that the store does not have, or has fenced although the log says nothing of an erasure. */
export const missingKeyError: Unavailable = { ...keysUnavailable('the key is missing'), key: 'missing' }
export const fencedKeyUnavailable: Unavailable = {
  ...keysUnavailable('the key was fenced without an erasure in the log'),
  key: 'fenced',
}
/** The error of a key that was lost by accident, as an event in the log says (`ScopeLost`). */
export const lostKeyUnavailable: Unavailable = { ...keysUnavailable('the key was lost, as the log says'), key: 'lost' }

/** The error of a key that is wrapped in an epoch which the ring does not have in use. Only this key is lost. */
export const unknownEpochKeyError: Unavailable = {
  ...keysUnavailable('the key is of an epoch that the ring does not have'),
  key: 'missing',
}

/** Why nothing is sealed under a scope without a usable key: it has ended, by an erasure or by a loss, or its key cannot be used. */
export const sealingRefusalOf = (
  name: ScopeClass,
  lookup: Erased | Unavailable | Corrupt,
): ScopeEnded | Unavailable => {
  if (lookup._tag === 'Erased') return { _tag: 'ScopeEnded', class: name }
  if (lookup._tag === 'Corrupt') return keysUnavailable(lookup.reason)
  return isLostKey(lookup) ? { _tag: 'ScopeEnded', class: name, isLost: true } : lookup
}
