import * as t from 'io-ts'
import { decrypt, encrypt, splitCiphertext } from '../../../retention/sealing/aes-gcm'
import { ErasedBorrowers } from './erasure-receipt'

/** The bytes of a list before it is encrypted. A longer one has twice, four times ... as many. */
const smallestSize = 262_144

const additional = Buffer.from('glemsom erasure receipt 1')
const Runs = t.readonlyArray(ErasedBorrowers)

const paddedSize = (bytes: number): number =>
  smallestSize * 2 ** Math.max(0, Math.ceil(Math.log2(bytes / smallestSize)))

/** The bytes of a file, in pieces: to join them would copy a quarter of a megabyte for each erasure. */
export type SealedErasureReceipt = ReadonlyArray<Uint8Array>

/** Encrypts the list. The size says hardly anything about its length. */
export const encryptErasureReceipt = (key: Uint8Array, runs: ReadonlyArray<ErasedBorrowers>): SealedErasureReceipt => {
  const text = Buffer.from(JSON.stringify(runs), 'utf8')
  const padded = Buffer.alloc(paddedSize(text.length), ' ')
  text.copy(padded)
  const { nonce, bytes, tag } = encrypt(key, additional, padded)
  return [nonce, bytes, tag]
}

/** Undefined when the bytes are damaged, or were encrypted with another key. */
export const decryptErasureReceipt = (
  key: Uint8Array,
  bytes: Uint8Array,
): ReadonlyArray<ErasedBorrowers> | undefined => {
  const ciphertext = splitCiphertext(bytes)
  const text = ciphertext && decrypt(key, additional, ciphertext)
  if (text === undefined) return undefined
  const runs: unknown = JSON.parse(text.toString('utf8'))
  return Runs.is(runs) ? runs : undefined
}
