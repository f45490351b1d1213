import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import { wipeWrappedKeys, type LivingKeyRow } from '../keys/key-row'
import { unwrapChildKey, type WrapContent } from '../keys/key-wrapping'
import { toLoadedKey, wipeKey, type LoadedKey } from '../keys/loaded-key'
import type { RewrapPorts } from './rewrap-ports'
import { unwrapAnyEpoch } from './unwrap-any-epoch'

/** The keys of parents that the rows of one batch need. Without an entry, the key cannot be unwrapped. */
export interface ParentKeys {
  readonly find: (parent: ScopeId) => LoadedKey | undefined
  /** Overwrites the keys with zeros. */
  readonly wipe: () => void
}

const parentOf = (content: WrapContent): ScopeId | undefined =>
  content._tag === 'UnderParent' ? content.parent : undefined

/** The key of a row, under the key of its parent where it has one; undefined when it does not authenticate. */
const toKey = (
  ports: RewrapPorts,
  row: LivingKeyRow,
  content: WrapContent,
  find: ParentKeys['find'],
): LoadedKey | undefined => {
  if (content._tag === 'Hollow') return undefined
  if (content._tag === 'UnderLibrary') return toLoadedKey(row, content.key, undefined)
  const parent = find(content.parent)
  if (parent === undefined) return undefined
  const key = unwrapChildKey({ ...row, library: ports.ring.library }, parent, content.inner)
  return E.isRight(key) ? toLoadedKey(row, key.right, parent) : undefined
}

/** Loads the keys of these parents, and of their own parents. */
export const loadParents = async (
  ports: RewrapPorts,
  scopes: ReadonlyArray<ScopeId>,
): Promise<E.Either<Unavailable, ParentKeys>> => {
  const keys = new Map<ScopeId, LoadedKey>()
  const find = (parent: ScopeId): LoadedKey | undefined => keys.get(parent)
  const unwrap = unwrapAnyEpoch(ports)
  const load = async (wanted: ReadonlyArray<ScopeId>): Promise<E.Either<Unavailable, void>> => {
    const missing = [...new Set(wanted)].filter((scope) => !keys.has(scope) && !ports.isEnded(scope))
    if (missing.length === 0) return E.right(undefined)
    const rows = await ports.store.read(missing)()
    if (E.isLeft(rows)) return rows
    const unwrapped: Array<readonly [LivingKeyRow, WrapContent]> = []
    for (const row of rows.right) {
      if (row._tag !== 'Living') continue
      const content = await unwrap(row)
      if (E.isRight(content)) unwrapped.push([row, content.right])
      else if (content.left._tag === 'Unavailable') return E.left(content.left)
    }
    wipeWrappedKeys(rows.right)
    const loaded = await load(unwrapped.flatMap(([, content]) => parentOf(content) ?? []))
    if (E.isLeft(loaded)) return loaded
    for (const [row, content] of unwrapped) {
      const key = toKey(ports, row, content, find)
      if (key !== undefined) keys.set(row.scope, key)
    }
    return E.right(undefined)
  }
  const loaded = await load(scopes)
  return E.isLeft(loaded) ? loaded : E.right({ find, wipe: () => [...keys.values()].forEach(wipeKey) })
}
