import * as E from 'fp-ts/Either'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import { deriveChildWrappingKey } from '../sealing/derive-keys'
import { keyWrapCiphers, type KeyWrapCiphers } from '../sealing/aes-gcm'
import { randomBytes } from '../sealing/random-bytes'
import { encodeTuple } from '../sealing/encode-tuple'
import { bytesToUuid, uuidToBytes } from '../sealing/uuid-bytes'
import { memoizeDerivation, type LoadedKey } from './loaded-key'
import type { Epoch, LibraryId, NotAuthentic } from './kek-ring'

/**
 * The content that is wrapped under a KEK, 77 bytes for every scope:
 *
 *      1  kind: 0 hollow, 1 directly under the library, 2 under a parent
 *     16  the parent's id, or zeros
 *     60  hollow: random; under the library: the key (32) and zeros; under a parent: nonce, wrapped key, tag
 */
const kinds = { hollow: 0, underLibrary: 1, underParent: 2 } as const
const keyLength = 32
const innerLength = 60
const innerOffset = 17

/** The key of 32 bytes that wraps the keys of a scope's children. It is derived from the scope's key. */
export interface WrappingKeyForChildren {
  readonly scope: ScopeId
  readonly wrapping: Uint8Array
}

const wrappingKeyOf = memoizeDerivation(deriveChildWrappingKey)

/** The key that wraps the keys of the children of a loaded key. It is wiped with the loaded key. */
export const childWrappingKeyOf = (parent: Pick<LoadedKey, 'scope' | 'key' | 'derived'>): WrappingKeyForChildren => ({
  scope: parent.scope,
  wrapping: wrappingKeyOf(parent),
})

/** The scope that a wrap belongs to. The wrap authenticates every member. */
export interface WrapContext {
  readonly library: LibraryId
  readonly class: ScopeClass
  readonly scope: ScopeId
  readonly version: number
  readonly epoch: Epoch
}

const contextMembers = (context: WrapContext): ReadonlyArray<string> => [
  context.library,
  context.class,
  context.scope,
  String(context.version),
  String(context.epoch),
]

/** The additional data of the outer wrap, under the KEK. */
export const outerWrapData = (context: WrapContext): Buffer =>
  encodeTuple(['glemsom key 1', ...contextMembers(context)])

const innerWrapData = (context: WrapContext, parent: ScopeId): Buffer =>
  encodeTuple(['glemsom child key 1', ...contextMembers(context), parent])

/** In a buffer of its own, not in the pool that Node shares between buffers: the caller wipes it. */
const encodeContent = (kind: number, parent: Uint8Array, inner: Uint8Array): Buffer => {
  const content = Buffer.alloc(innerOffset + innerLength)
  content.writeUInt8(kind)
  content.set(parent, 1)
  content.set(inner, innerOffset)
  return content
}

const noParent = Buffer.alloc(16)

/** The content with a key. The caller wipes it. */
export const encodeWrapContentUnderLibrary = (key: Uint8Array): Buffer =>
  encodeContent(kinds.underLibrary, noParent, key)

/** The content with a key that is wrapped under its parent's. The caller wipes it. */
export const encodeContentUnderParent = (
  context: WrapContext,
  { scope: parent, wrapping }: WrappingKeyForChildren,
  key: Uint8Array,
  { encrypt }: Pick<KeyWrapCiphers, 'encrypt'> = keyWrapCiphers,
): Buffer => {
  const inner = encrypt(wrapping, innerWrapData(context, parent), key)
  const content = encodeContent(kinds.underParent, uuidToBytes(parent), inner)
  inner.fill(0)
  return content
}

/** Content of the same length that holds no key: for a child of an erased parent. */
export const encodeWrapContentWithoutKey = (): Buffer => encodeContent(kinds.hollow, noParent, randomBytes(innerLength))

export type WrapContent =
  | { readonly _tag: 'Hollow' }
  | { readonly _tag: 'UnderLibrary'; readonly key: Buffer }
  | { readonly _tag: 'UnderParent'; readonly parent: ScopeId; readonly inner: Buffer }

const copyOf = (bytes: Uint8Array): Buffer => {
  const copy = Buffer.alloc(bytes.length)
  copy.set(bytes)
  return copy
}

/** Wipes what unwrapped content holds, except a key under the library: it is in use. */
export const wipeInnerWrap = (content: WrapContent): void => {
  if (content._tag === 'UnderParent') content.inner.fill(0)
}

/** Wipes what unwrapped content holds. */
export const wipeWrapContent = (content: WrapContent): void => {
  wipeInnerWrap(content)
  if (content._tag === 'UnderLibrary') content.key.fill(0)
}

/** Decodes unwrapped content, into copies; undefined when the bytes have another form. The caller wipes the bytes. */
export const decodeWrapContent = (bytes: Uint8Array): WrapContent | undefined => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.length !== innerOffset + innerLength) return undefined
  const parent = content.subarray(1, innerOffset)
  const inner = content.subarray(innerOffset)
  switch (content.readUInt8(0)) {
    case kinds.hollow:
      return { _tag: 'Hollow' }
    case kinds.underLibrary:
      return { _tag: 'UnderLibrary', key: copyOf(inner.subarray(0, keyLength)) }
    case kinds.underParent:
      return { _tag: 'UnderParent', parent: bytesToUuid(parent) as ScopeId, inner: copyOf(inner) }
    default:
      return undefined
  }
}

/** Unwraps the key of a child scope with the key of its parent. */
export const unwrapChildKey = (
  context: WrapContext,
  { scope: parent, wrapping }: WrappingKeyForChildren,
  inner: Uint8Array,
  { decrypt }: Pick<KeyWrapCiphers, 'decrypt'> = keyWrapCiphers,
): E.Either<NotAuthentic, Buffer> => {
  const key = decrypt(wrapping, innerWrapData(context, parent), inner)
  return key?.length === keyLength ? E.right(key) : E.left({ _tag: 'NotAuthentic' })
}
