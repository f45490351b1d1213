import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import type { LivingKeyRow } from '../keys/key-row'
import { wipeWrapContent, type WrapContent } from '../keys/key-wrapping'
import type { RingForRewrapping } from './rewrap-ports'
import { unwrapAnyEpoch } from './unwrap-any-epoch'

/** A row, and what its outer wrap holds. */
export type UnwrappedKeyRow = readonly [LivingKeyRow, WrapContent]

/** The parent of a scope's key; undefined directly under the library, and for a hollow row. */
export const parentScopeOfWrapContent = (content: WrapContent): ScopeId | undefined =>
  content._tag === 'UnderParent' ? content.parent : undefined

/** Removes the outer wraps of rows, all at the same time. Rows that do not authenticate are left out. */
export const unwrapRows = async (
  ring: RingForRewrapping,
  rows: ReadonlyArray<LivingKeyRow>,
): Promise<E.Either<Unavailable, ReadonlyArray<UnwrappedKeyRow>>> => {
  const contents = await Promise.all(rows.map(unwrapAnyEpoch(ring)))
  const unwrapped: UnwrappedKeyRow[] = []
  let failure: Unavailable | undefined
  for (const [at, row] of rows.entries()) {
    const content = contents[at]
    if (content === undefined) continue
    if (E.isRight(content)) unwrapped.push([row, content.right])
    else if (content.left._tag === 'Unavailable') failure = content.left
  }
  if (failure === undefined) return E.right(unwrapped)
  for (const [, content] of unwrapped) wipeWrapContent(content)
  return E.left(failure)
}
