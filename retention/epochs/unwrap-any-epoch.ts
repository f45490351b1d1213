import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { NotAuthentic } from '../keys/kek-ring'
import type { LivingKeyRow } from '../keys/key-row'
import { decodeWrapContent, outerWrapData, type WrapContent } from '../keys/key-wrapping'
import type { RewrapPorts } from './rewrap-ports'

const notAuthentic: NotAuthentic = { _tag: 'NotAuthentic' }

/**
 * Removes the outer wrap of a row of any epoch that the ring still has, in use or in escrow. NotAuthentic: the row was
 * changed, or belongs to another scope, or its epoch is destroyed: nothing opens it.
 */
export const unwrapAnyEpoch =
  ({ ring }: Pick<RewrapPorts, 'ring'>) =>
  async (row: LivingKeyRow): Promise<E.Either<Unavailable | NotAuthentic, WrapContent>> => {
    const isInUse = ring.epochs().includes(row.epoch)
    const isInEscrow = ring
      .retiredEpochs()
      .some(({ epoch, destroyedOn }) => epoch === row.epoch && destroyedOn === undefined)
    if (!isInUse && !isInEscrow) return E.left(notAuthentic)
    const unwrap = isInUse ? ring.unwrap : ring.unwrapFromEscrow
    const bytes = await unwrap(row.epoch, outerWrapData({ ...row, library: ring.library }), row.wrapped)()
    if (E.isLeft(bytes)) return bytes
    const content = decodeWrapContent(bytes.right)
    if (content === undefined) return E.left(notAuthentic)
    // The decoded key is a copy, so the bytes are wiped. Under a parent the key is still wrapped.
    if (content._tag === 'UnderLibrary') bytes.right.fill(0)
    return E.right(content)
  }
