import { createCipheriv } from 'node:crypto'
import type { Ciphertext } from '../../../retention/sealing/aes-gcm'

/** An element of the field of GCM, GF(2^128): the first bit of a block is the highest. */
type Element = bigint

const reduction = 0xe1n << 120n

const multiply = (a: Element, b: Element): Element => {
  let [product, shifted] = [0n, b]
  for (let bit = 127n; bit >= 0n; bit -= 1n) {
    if ((a >> bit) & 1n) product ^= shifted
    shifted = shifted & 1n ? (shifted >> 1n) ^ reduction : shifted >> 1n
  }
  return product
}

const one = 1n << 127n

const power = (base: Element, exponent: bigint): Element => {
  let [result, square] = [one, base]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = multiply(result, square)
    square = multiply(square, square)
  }
  return result
}

const inverse = (element: Element): Element => power(element, (1n << 128n) - 2n)

const toElement = (block: Uint8Array): Element => BigInt(`0x${Buffer.from(block).toString('hex')}`)
const toBlock = (element: Element): Buffer => Buffer.from(element.toString(16).padStart(32, '0'), 'hex')

const encryptBlock = (key: Uint8Array, block: Uint8Array): Element =>
  toElement(createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(block))

const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])

const blocksOf = (additional: Uint8Array, bytes: Uint8Array): ReadonlyArray<Element> => {
  const lengths = Buffer.alloc(16)
  lengths.writeBigUInt64BE(BigInt(additional.length) * 8n)
  lengths.writeBigUInt64BE(BigInt(bytes.length) * 8n, 8)
  const all = Buffer.concat([padded(additional), padded(bytes), lengths])
  return Array.from({ length: all.length / 16 }, (_, at) => toElement(all.subarray(at * 16, at * 16 + 16)))
}

const tagOf = (key: Uint8Array, nonce: Uint8Array, blocks: ReadonlyArray<Element>): Element => {
  const hashKey = encryptBlock(key, Buffer.alloc(16))
  const hash = blocks.reduce((sum, block) => multiply(sum ^ block, hashKey), 0n)
  return hash ^ encryptBlock(key, Buffer.concat([nonce, Buffer.of(0, 0, 0, 1)]))
}

/**
 * A ciphertext whose tag is right under both keys: the attack on AES-GCM that commitments stop. The last block of the
 * bytes (whole blocks of 16) is replaced by the one that makes both tags equal.
 */
export const makeTwoKeyCiphertext = (
  keys: readonly [Uint8Array, Uint8Array],
  additional: Uint8Array,
  { nonce, bytes }: Pick<Ciphertext, 'nonce' | 'bytes'>,
): Ciphertext => {
  const open = Buffer.concat([bytes.subarray(0, -16), Buffer.alloc(16)])
  const [first, second] = keys.map((key) => tagOf(key, nonce, blocksOf(additional, open)))
  const [powerOfFirst, powerOfSecond] = keys.map((key) => power(encryptBlock(key, Buffer.alloc(16)), 2n))
  const last = multiply(first! ^ second!, inverse(powerOfFirst! ^ powerOfSecond!))
  const found = Buffer.concat([bytes.subarray(0, -16), toBlock(last)])
  return { nonce, bytes: found, tag: toBlock(tagOf(keys[0], nonce, blocksOf(additional, found))) }
}
