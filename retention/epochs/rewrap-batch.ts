import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import type { IsScopeEnded } from '../keys/is-scope-ended'
import { wipeWrappedKeysInMemory, type LivingKeyRow } from '../keys/key-row'
import type { KeyStore } from '../keys/key-store'
import { wipeWrapContent } from '../keys/key-wrapping'
import type { KeyWrapCiphers } from '../sealing/aes-gcm'
import { loadParentKeys } from './load-parent-keys'
import type { ParentKeyCache } from './parent-key-cache'
import type { RingForRewrapping } from './rewrap-ports'
import { rewrapRow } from './rewrap-row'
import type { RewrappedRows } from './rewrapping-row-reader'
import { parentScopeOfWrapContent, unwrapRows, type UnwrappedKeyRow } from './unwrap-rows'

/** What the re-wrapping of one batch needs, on the thread on which it runs. */
export interface RewrapBatchPorts {
  readonly ring: RingForRewrapping
  readonly store: Pick<KeyStore, 'read'>
  readonly parents: ParentKeyCache
  /** For the wraps under parents. */
  readonly ciphers: KeyWrapCiphers
}

/** Rows whose outer wrap is removed, with their parents loaded. */
export interface UnwrappedBatch {
  readonly unwrapped: ReadonlyArray<UnwrappedKeyRow>
  readonly unusable: number
  /** The scopes whose end matters: those of the rows, of their parents, and so on. */
  readonly scopes: ReadonlyArray<ScopeId>
}

const scopesOf = ({ parents }: RewrapBatchPorts, unwrapped: ReadonlyArray<UnwrappedKeyRow>): ReadonlyArray<ScopeId> => {
  const scopes = new Set<ScopeId>()
  for (const [row, content] of unwrapped) {
    scopes.add(row.scope)
    const parent = parentScopeOfWrapContent(content)
    if (parent === undefined) continue
    scopes.add(parent)
    parents.find(parent)?.lineage.forEach((each) => scopes.add(each))
  }
  return [...scopes]
}

/** Removes the outer wraps of the rows of one batch, wipes the rows, and loads their parents. */
export const unwrapBatch = async (
  ports: RewrapBatchPorts,
  rows: ReadonlyArray<LivingKeyRow>,
): Promise<E.Either<Unavailable, UnwrappedBatch>> => {
  ports.parents.sweep()
  const unwrapped = await unwrapRows(ports.ring, rows)
  wipeWrappedKeysInMemory(rows)
  if (E.isLeft(unwrapped)) return unwrapped
  const loaded = await loadParentKeys(
    ports,
    unwrapped.right.flatMap(([, content]) => parentScopeOfWrapContent(content) ?? []),
  )
  if (E.isLeft(loaded)) {
    for (const [, content] of unwrapped.right) wipeWrapContent(content)
    return loaded
  }
  return E.right({
    unwrapped: unwrapped.right,
    unusable: rows.length - unwrapped.right.length,
    scopes: scopesOf(ports, unwrapped.right),
  })
}

/** Wraps the rows of one batch in the current epoch, all at the same time. Their contents are wiped. */
export const rewrapBatch = async (
  ports: RewrapBatchPorts,
  { unwrapped, unusable, scopes }: UnwrappedBatch,
  isEnded: IsScopeEnded,
): Promise<E.Either<Unavailable, RewrappedRows>> => {
  const outcomes = await Promise.all(unwrapped.map(rewrapRow(ports, isEnded)))
  ports.parents.evict(scopes.filter((scope) => isEnded(scope) && ports.parents.find(scope) !== undefined))
  const rows: LivingKeyRow[] = []
  let failure: Unavailable | undefined
  for (const outcome of outcomes)
    if (E.isRight(outcome)) rows.push(outcome.right)
    else if (outcome.left._tag === 'Unavailable') failure = outcome.left
  if (failure === undefined) return E.right({ rows, unusable: unusable + unwrapped.length - rows.length })
  wipeWrappedKeysInMemory(rows)
  return E.left(failure)
}
