import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { IsScopeEnded } from '../keys/is-scope-ended'
import type { NotAuthentic } from '../keys/kek-ring'
import type { LivingKeyRow } from '../keys/key-row'
import {
  encodeWrapContentWithoutKey,
  outerWrapData,
  unwrapChildKey,
  wipeWrapContent,
  encodeWrapContentUnderLibrary,
  encodeContentUnderParent,
} from '../keys/key-wrapping'
import type { RewrapBatchPorts } from './rewrap-batch'
import type { UnwrappedKeyRow } from './unwrap-rows'

const notAuthentic: NotAuthentic = { _tag: 'NotAuthentic' }

/** The content that is wrapped in the current epoch. NotAuthentic: the key does not belong to this scope. */
const contentInEpoch = (
  { ring, parents, ciphers }: RewrapBatchPorts,
  isEnded: IsScopeEnded,
  [row, content]: UnwrappedKeyRow,
): E.Either<NotAuthentic, Buffer> => {
  if (isEnded(row.scope) || content._tag === 'Hollow') return E.right(encodeWrapContentWithoutKey())
  if (content._tag === 'UnderLibrary') return E.right(encodeWrapContentUnderLibrary(content.key))
  if (isEnded(content.parent)) return E.right(encodeWrapContentWithoutKey())
  const parent = parents.find(content.parent)
  if (parent === undefined) return E.left(notAuthentic)
  if (parent.lineage.some(isEnded)) return E.right(encodeWrapContentWithoutKey())
  const context = { ...row, library: ring.library }
  const key = unwrapChildKey(context, parent, content.inner, ciphers)
  if (E.isLeft(key)) return key
  const wrapped = encodeContentUnderParent({ ...context, epoch: ring.currentEpoch() }, parent, key.right, ciphers)
  key.right.fill(0)
  return E.right(wrapped)
}

/**
 * Wraps the key of a row in the current epoch, and wipes its content. The row of an erased scope, or of a child of an
 * erased one, becomes hollow: of the same size, without a key and without a parent. The parents must be loaded.
 */
export const rewrapRow =
  (ports: RewrapBatchPorts, isEnded: IsScopeEnded) =>
  async (unwrapped: UnwrappedKeyRow): Promise<E.Either<Unavailable | NotAuthentic, LivingKeyRow>> => {
    const { ring } = ports
    const [row, content] = unwrapped
    const epoch = ring.currentEpoch()
    const bytes = contentInEpoch(ports, isEnded, unwrapped)
    wipeWrapContent(content)
    if (E.isLeft(bytes)) return bytes
    const wrapped = await ring.wrap(epoch, outerWrapData({ ...row, library: ring.library, epoch }), bytes.right)()
    bytes.right.fill(0)
    return E.isLeft(wrapped) ? wrapped : E.right({ ...row, epoch, wrapped: wrapped.right })
  }
