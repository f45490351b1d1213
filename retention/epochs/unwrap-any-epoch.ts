import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { NotAuthentic } from '../keys/kek-ring'
import type { LivingKeyRow } from '../keys/key-row'
import { decodeWrapContent, outerWrapData, type WrapContent } from '../keys/key-wrapping'
import type { RingForRewrapping } from './rewrap-ports'

const notAuthentic: NotAuthentic = { _tag: 'NotAuthentic' }

/**
 * Removes the outer wrap of a row of any epoch that the ring still has, in use or in escrow. NotAuthentic: the row was
 * changed, or belongs to another scope, or its epoch is destroyed: nothing opens it.
 */
export const unwrapAnyEpoch = (ring: RingForRewrapping) => {
  const inUse = new Set(ring.epochs())
  const inEscrow = new Set(
    ring.retiredEpochs().flatMap(({ epoch, destroyedOn }) => (destroyedOn === undefined ? [epoch] : [])),
  )
  return async (row: LivingKeyRow): Promise<E.Either<Unavailable | NotAuthentic, WrapContent>> => {
    const isInUse = inUse.has(row.epoch)
    if (!isInUse && !inEscrow.has(row.epoch)) return E.left(notAuthentic)
    const unwrap = isInUse ? ring.unwrap : ring.unwrapFromEscrow
    const bytes = await unwrap(row.epoch, outerWrapData({ ...row, library: ring.library }), row.wrapped)()
    if (E.isLeft(bytes)) return bytes
    const content = decodeWrapContent(bytes.right)
    bytes.right.fill(0)
    return content === undefined ? E.left(notAuthentic) : E.right(content)
  }
}
