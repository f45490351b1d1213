import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { ScopeId } from '../../domain/values/ids'
import type { MachineClock } from '../../domain/ports/clocks'
import type { Keys, Part } from '../../domain/ports/keys'
import type { Alarm } from './alarm'
import { idsFrom } from './derive-id'
import type { Ended } from './ended'
import { makeKeyCache } from './key-cache'
import type { KekRing } from './kek-ring'
import type { KeyStore } from './key-store'
import { makeLatelySealed } from './lately-sealed'
import { knownKey, loadKeys, type Found } from './load-keys'
import { makeScopes } from './make-scopes'
import { openEvent } from './open-event'
import { sealEvent } from './seal-event'
import { unavailable } from './unavailable'
import { makeUnnamedKeys } from './unnamed-keys'

export interface KeysNeed {
  readonly store: KeyStore
  readonly ring: KekRing
  /** Asked at every use of a key, also of one at hand. */
  readonly ended: Ended
  readonly clock: MachineClock
  readonly alarm: Alarm
  /** How many keys are held in memory at most. */
  readonly bound: number
  /** Told whenever plain values that were kept for a moment are dropped: whoever keeps some drops them as well. */
  readonly plaintextDropped?: () => void
}

/** What the domain needs of keys, and what those who run it do with the keys at hand. */
export interface HeldKeys extends Keys {
  /** Drops the keys of scopes that are erased, and of all that are under them. Call it in every process. */
  readonly evict: (scopes: ReadonlyArray<ScopeId>) => void
  /** These scopes are named by an event in a log: their keys are no orphans. */
  readonly named: (scopes: ReadonlyArray<ScopeId>) => void
  /** Whether a key is at hand, or was made here within the last hour and may still be named. */
  readonly isInUse: (scope: ScopeId) => boolean
  /** Drops what has been held for 60 s. Call it now and then, so that a key does not stay for want of others. */
  readonly sweep: () => void
}

const noAnswer = unavailable('no answer')
const wrongStore = unavailable('the key store belongs to another library than the ring')

/** Keys over a key store and a ring that do not belong together: nothing is made, sealed or opened. */
const refusing = (alarm: Alarm): HeldKeys => {
  const refuse = TE.fromIOEither(() => {
    alarm('WrongKeyStore')
    return E.left(wrongStore)
  })
  return {
    make: () => refuse,
    seal: () => refuse,
    open: (_place, _sealed, parts) => async () => {
      await refuse()
      return parts.map(() => wrongStore)
    },
    idsUnder: () => refuse,
    evict: () => undefined,
    named: () => undefined,
    isInUse: () => true,
    sweep: () => undefined,
  }
}

const holding = (need: KeysNeed): HeldKeys => {
  const { store, ring, ended, clock, alarm, bound } = need
  const cache = makeKeyCache(clock, bound)
  const unnamed = makeUnnamedKeys(clock)
  const loading = { store, ring, cache, ended, alarm }
  const make = makeScopes(loading, unnamed)
  const load = loadKeys(loading)
  const lately = makeLatelySealed()
  const dropPlaintext = (): void => {
    lately.clear()
    need.plaintextDropped?.()
  }
  const seal = sealEvent(ring.library, unnamed, lately)
  const open = openEvent(ring.library, alarm, lately)
  /** Runs at once when all keys are at hand, so that nothing pauses between asking and using. */
  const withKeys =
    (parts: ReadonlyArray<Pick<Part, 'scope'>>) =>
    async <A>(use: (find: (scope: ScopeId) => Found) => A): Promise<A> => {
      const known = parts.every(({ scope }) => knownKey(loading)(scope) !== undefined)
      return use(known ? (scope) => knownKey(loading)(scope) ?? noAnswer : await load(parts.map(({ scope }) => scope)))
    }
  return {
    make: (scopes) => () => make(scopes),
    seal: (place, parts) => () => withKeys(parts)(seal(place, parts)),
    open: (place, sealed, parts) => () => withKeys(parts)(open(place, sealed, parts)),
    idsUnder: (scope) => () =>
      withKeys([{ scope }])((find) => {
        const found = find(scope)
        if (found._tag === 'Held') return E.right(idsFrom(found))
        return E.left(found._tag === 'Corrupt' ? unavailable(found.reason) : found)
      }),
    evict: (scopes) => {
      cache.evict(scopes)
      dropPlaintext()
    },
    named: unnamed.named,
    isInUse: (scope) => cache.get(scope) !== undefined || unnamed.isFresh(scope),
    sweep: () => {
      cache.sweep()
      dropPlaintext()
    },
  }
}

/**
 * Keys held for at most 60 s, over a key store and a ring. The log decides: `Plain` only for a scope that has not
 * ended, nor its parent; `Erased` only for one that has.
 */
export const makeKeys = (need: KeysNeed): HeldKeys =>
  need.store.library === need.ring.library ? holding(need) : refusing(need.alarm)
