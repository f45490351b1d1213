import * as E from 'fp-ts/Either'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import { childWrappingKey } from '../sealing/derive'
import { decrypt, encrypt, joined, split } from '../sealing/gcm'
import { randomBytes } from '../sealing/random-bytes'
import { tuple } from '../sealing/tuple'
import { bytesToUuid, uuidToBytes } from '../sealing/uuid-bytes'
import { derivedOnce, type HeldKey } from './held-key'
import type { Epoch, LibraryId, NotAuthentic } from './kek-ring'

/**
 * What is wrapped under a KEK, 77 bytes for every scope:
 *
 *      1  kind: 0 hollow, 1 directly under the library, 2 under a parent
 *     16  the parent's id, or zeros
 *     60  hollow: random; under the library: the key (32) and zeros; under a parent: nonce, wrapped key, tag
 */
const kinds = { hollow: 0, underLibrary: 1, underParent: 2 } as const
const keyLength = 32
const innerLength = 60
const innerAt = 17

const wrappingKeyOf = derivedOnce(childWrappingKey)
type Parent = Pick<HeldKey, 'scope' | 'key' | 'derived'>

/** The scope a wrap belongs to; all of it is authenticated. */
export interface Wrapping {
  readonly library: LibraryId
  readonly class: ScopeClass
  readonly scope: ScopeId
  readonly version: number
  readonly epoch: Epoch
}

const members = (w: Wrapping): ReadonlyArray<string> => [
  w.library,
  w.class,
  w.scope,
  String(w.version),
  String(w.epoch),
]

/** What the outer wrap, under the KEK, authenticates. */
export const outerData = (wrapping: Wrapping): Buffer => tuple(['glemsom key 1', ...members(wrapping)])

const innerData = (wrapping: Wrapping, parent: ScopeId): Buffer =>
  tuple(['glemsom child key 1', ...members(wrapping), parent])

const outer = (kind: number, parent: Uint8Array, ...inner: ReadonlyArray<Uint8Array>): Buffer =>
  Buffer.concat([Buffer.of(kind), parent, ...inner])

const noParent = Buffer.alloc(16)
const noMore = Buffer.alloc(innerLength - keyLength)

export const contentUnderLibrary = (key: Uint8Array): Buffer => outer(kinds.underLibrary, noParent, key, noMore)

export const contentUnderParent = (wrapping: Wrapping, parent: Parent, key: Uint8Array): Buffer => {
  const inner = encrypt(wrappingKeyOf(parent), innerData(wrapping, parent.scope), key)
  return outer(kinds.underParent, uuidToBytes(parent.scope), joined(inner))
}

/** What stands in place of a key whose parent was erased: as long as the others, and nobody's. */
export const hollowContent = (): Buffer => outer(kinds.hollow, noParent, randomBytes(innerLength))

export type Content =
  | { readonly _tag: 'Hollow' }
  | { readonly _tag: 'UnderLibrary'; readonly key: Buffer }
  | { readonly _tag: 'UnderParent'; readonly parent: ScopeId; readonly inner: Buffer }

/** Reads what was under the KEK, or undefined when it has another form. */
export const readContent = (bytes: Uint8Array): Content | undefined => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.length !== innerAt + innerLength) return undefined
  const parent = content.subarray(1, innerAt)
  const inner = content.subarray(innerAt)
  switch (content.readUInt8(0)) {
    case kinds.hollow:
      return { _tag: 'Hollow' }
    case kinds.underLibrary:
      return { _tag: 'UnderLibrary', key: Buffer.from(inner.subarray(0, keyLength)) }
    case kinds.underParent:
      return { _tag: 'UnderParent', parent: bytesToUuid(parent) as ScopeId, inner }
    default:
      return undefined
  }
}

/** The key of a scope under a parent. */
export const keyUnderParent = (
  wrapping: Wrapping,
  parent: Parent,
  inner: Uint8Array,
): E.Either<NotAuthentic, Buffer> => {
  const ciphertext = split(inner)
  const key = ciphertext && decrypt(wrappingKeyOf(parent), innerData(wrapping, parent.scope), ciphertext)
  return key?.length === keyLength ? E.right(key) : E.left({ _tag: 'NotAuthentic' })
}
