import * as E from 'fp-ts/Either'
import { erased, type Erased } from '../../domain/event/remembered'
import type { ScopeId } from '../../domain/values/ids'
import type { Corrupt, Unavailable } from '../../domain/ports/keys'
import { corrupt } from '../sealing/open-part'
import type { Alarm } from './alarm'
import type { Ended } from './ended'
import { holdKey, wipe, type HeldKey } from './held-key'
import type { KekRing } from './kek-ring'
import type { KeyCache } from './key-cache'
import type { KeyRow, LivingRow } from './key-row'
import type { KeyStore } from './key-store'
import { unavailable } from './unavailable'
import { keyUnderParent, outerData, readContent, type Content } from './wrap'

/** What asking for a key answers: the key, or why there is none. */
export type Found = HeldKey | Erased | Unavailable | Corrupt

export interface Loading {
  readonly store: KeyStore
  readonly ring: KekRing
  readonly cache: KeyCache
  readonly ended: Ended
  readonly alarm: Alarm
}

const notAuthentic = ({ alarm }: Loading): Corrupt => {
  alarm('RowNotAuthentic')
  return corrupt('the row of the key does not authenticate')
}

const withoutKey = ({ alarm }: Loading, row: KeyRow | undefined): Unavailable => {
  alarm(row === undefined ? 'KeyMissing' : 'FencedWithoutErasure')
  return unavailable(row === undefined ? 'the key is missing' : 'the key was fenced without an erasure in the log')
}

const contentOf = async (loading: Loading, row: LivingRow): Promise<Content | Unavailable | Corrupt> => {
  const { ring } = loading
  const wrapping = { ...row, library: ring.library }
  const content = await ring.unwrap(row.epoch, outerData(wrapping), row.wrapped)()
  if (E.isLeft(content)) return content.left._tag === 'Unavailable' ? content.left : notAuthentic(loading)
  const read = readContent(content.right) ?? notAuthentic(loading)
  // What it says of a key is a copy; under a parent it is still wrapped.
  if (read._tag === 'UnderLibrary') content.right.fill(0)
  return read
}

const underParent = async (
  loading: Loading,
  row: LivingRow,
  { parent, inner }: Extract<Content, { _tag: 'UnderParent' }>,
): Promise<Found> => {
  const above = (await loadKeys(loading)([parent]))(parent)
  if (above._tag !== 'Held') return above
  const key = keyUnderParent({ ...row, library: loading.ring.library }, above, inner)
  return E.isLeft(key) ? notAuthentic(loading) : holdKey(row, key.right, above)
}

const unwrapped = async (loading: Loading, row: LivingRow): Promise<Found> => {
  const content = await contentOf(loading, row)
  switch (content._tag) {
    case 'Hollow':
      return erased
    case 'UnderLibrary':
      return holdKey(row, content.key, undefined)
    case 'UnderParent':
      return underParent(loading, row, content)
    case 'Unavailable':
    case 'Corrupt':
      return content
  }
}

/** The key in a row as the key store answered it, put into the cache when the log lets it live. */
export const keyOfRow =
  (loading: Loading) =>
  async (scope: ScopeId, row: KeyRow | undefined): Promise<Found> => {
    if (loading.ended(scope)) return erased
    if (row?._tag !== 'Living') return withoutKey(loading, row)
    const found = await unwrapped(loading, row)
    if (found._tag !== 'Held') return found
    // An erasure may have come while the ring answered.
    if (found.lineage.some(loading.ended)) {
      wipe(found)
      return erased
    }
    loading.cache.put(found)
    return found
  }

const ask = async (loading: Loading, scopes: ReadonlyArray<ScopeId>): Promise<ReadonlyArray<Found>> => {
  const rows = await loading.store.read(scopes)()
  if (E.isLeft(rows)) {
    loading.alarm('KeyStoreUnavailable')
    return scopes.map(() => rows.left)
  }
  const byScope = new Map(rows.right.map((row) => [row.scope, row]))
  return Promise.all(scopes.map((scope) => keyOfRow(loading)(scope, byScope.get(scope))))
}

/** What the log and the cache know without asking the key store, or undefined. */
export const knownKey =
  ({ cache, ended }: Loading) =>
  (scope: ScopeId): HeldKey | Erased | undefined => {
    if (ended(scope)) return erased
    const held = cache.get(scope)
    return held?.lineage.some(ended) === true ? erased : held
  }

/** A key at hand that would not outlast a pause is fetched anew; what has ended is not asked for. */
const isToFetch =
  (loading: Loading) =>
  (scope: ScopeId): boolean =>
    knownKey(loading)(scope)?._tag !== 'Erased' && !loading.cache.outlastsPause(scope)

/** A key that left the cache during a pause was wiped and must not be used. */
const afterPause = (answer: Found | undefined): Found =>
  answer === undefined || answer._tag === 'Held' ? unavailable('the key left the cache while it was asked for') : answer

/**
 * Asks for the keys of these scopes, each once, in the cache or by one read of the key store. What it answers is a
 * function, which looks again at the moment of use: call it after the last pause.
 */
export const loadKeys =
  (loading: Loading) =>
  async (scopes: ReadonlyArray<ScopeId>): Promise<(scope: ScopeId) => Found> => {
    const unknown = [...new Set(scopes)].filter(isToFetch(loading))
    const asked = unknown.length === 0 ? [] : await ask(loading, unknown)
    const answers = new Map(unknown.map((scope, at) => [scope, asked[at]]))
    return (scope) => knownKey(loading)(scope) ?? afterPause(answers.get(scope))
  }
