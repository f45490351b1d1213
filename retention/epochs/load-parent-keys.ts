import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import { wipeWrappedKeysInMemory, type LivingKeyRow } from '../keys/key-row'
import { unwrapChildKey, wipeWrapContent, type WrapContent } from '../keys/key-wrapping'
import { deriveChildWrappingKey } from '../sealing/derive-keys'
import type { ParentKey } from './parent-key-cache'
import type { RewrapBatchPorts } from './rewrap-batch'
import { parentScopeOfWrapContent, unwrapRows } from './unwrap-rows'

/** The key of a row, under the key of its parent where it has one; undefined when it does not authenticate. */
const keyOf = (
  { ring, parents, ciphers }: RewrapBatchPorts,
  row: LivingKeyRow,
  content: WrapContent,
): Buffer | undefined => {
  if (content._tag === 'Hollow') return undefined
  if (content._tag === 'UnderLibrary') return content.key
  const parent = parents.find(content.parent)
  if (parent === undefined) return undefined
  const key = unwrapChildKey({ ...row, library: ring.library }, parent, content.inner, ciphers)
  return E.isRight(key) ? key.right : undefined
}

const toParentKey = (ports: RewrapBatchPorts, row: LivingKeyRow, content: WrapContent): ParentKey | undefined => {
  const key = keyOf(ports, row, content)
  if (key === undefined) return undefined
  const wrapping = deriveChildWrappingKey(key)
  key.fill(0)
  const parent = parentScopeOfWrapContent(content)
  const above = parent === undefined ? [] : (ports.parents.find(parent)?.lineage ?? [])
  return { scope: row.scope, wrapping, lineage: [row.scope, ...above] }
}

/** Loads the keys of these parents, and of their own parents, unless they are loaded already. */
export const loadParentKeys = async (
  ports: RewrapBatchPorts,
  scopes: ReadonlyArray<ScopeId>,
): Promise<E.Either<Unavailable, void>> => {
  const missing = [...new Set(scopes)].filter((scope) => ports.parents.find(scope) === undefined)
  if (missing.length === 0) return E.right(undefined)
  const rows = await ports.store.read(missing)()
  if (E.isLeft(rows)) return rows
  const unwrapped = await unwrapRows(
    ports.ring,
    rows.right.flatMap((row) => (row._tag === 'Living' ? [row] : [])),
  )
  wipeWrappedKeysInMemory(rows.right)
  if (E.isLeft(unwrapped)) return unwrapped
  const loaded = await loadParentKeys(
    ports,
    unwrapped.right.flatMap(([, content]) => parentScopeOfWrapContent(content) ?? []),
  )
  for (const [row, content] of unwrapped.right) {
    const parent = E.isRight(loaded) ? toParentKey(ports, row, content) : undefined
    if (parent !== undefined) ports.parents.add(parent)
    wipeWrapContent(content)
  }
  return loaded
}
