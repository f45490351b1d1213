import { createPublicKey, hash, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { malformed, type Malformed } from './malformed'
import { bytesOfBase64, toBase64 } from './strict-texts'

/** The types of signature that are used here, with the bytes that C2SP signed-note assigns to them. */
export const signatureTypes = { ed25519: 1, cosignature: 4 } as const
export type SignatureType = keyof typeof signatureTypes

/** The public key of a log (`ed25519`) or of a witness (`cosignature`). */
export interface NoteKey {
  /** By convention an address without scheme. No spaces, no plus. */
  readonly name: string
  readonly type: SignatureType
  /** The 32 bytes of an Ed25519 key (RFC 8032). */
  readonly publicKey: Uint8Array
}

const publicKeyLength = 32
const typedKeyOf = ({ type, publicKey }: NoteKey): Buffer => Buffer.concat([Buffer.of(signatureTypes[type]), publicKey])

/** Whether a text may be the name of a key: not empty, without Unicode spaces, control characters and plus. */
export const isKeyName = (name: string): boolean => /^[^\s\p{White_Space}\p{Cc}+]+$/u.test(name)

/** The number by which a signature names its key, with the name (C2SP signed-note). */
export const keyIdOf = (key: NoteKey): number =>
  hash('sha256', Buffer.concat([Buffer.from(`${key.name}\n`, 'utf8'), typedKeyOf(key)]), 'buffer').readUInt32BE(0)

/** The key as the text that verifying programs are configured with: name, key id and key, with a plus between them. */
export const encodeNoteKey = (key: NoteKey): string =>
  `${key.name}+${keyIdOf(key).toString(16).padStart(8, '0')}+${toBase64(typedKeyOf(key))}`

const typeOfByte = (byte: number | undefined): SignatureType | undefined =>
  (Object.keys(signatureTypes) as ReadonlyArray<SignatureType>).find((type) => signatureTypes[type] === byte)

/** Decodes what `encodeNoteKey` writes. Malformed also when the key id is not that of the key. */
export const decodeNoteKey = (text: string): E.Either<Malformed, NoteKey> => {
  const [name = '', , encoded = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/.exec(text)?.slice(1) ?? []
  const bytes = bytesOfBase64(encoded)
  const type = typeOfByte(bytes?.[0])
  if (!isKeyName(name) || bytes === undefined || type === undefined || bytes.length !== 1 + publicKeyLength)
    return malformed('verifier key: not name+id+key')
  const key: NoteKey = { name, type, publicKey: bytes.subarray(1) }
  return encodeNoteKey(key) === text ? E.right(key) : malformed('verifier key: the id is not that of the key')
}

/** The Ed25519 key of a name. `pem` is SPKI in PEM. */
export const noteKeyOfPem =
  (type: SignatureType, name: string) =>
  (pem: string): NoteKey => {
    const { x = '' } = createPublicKey(pem).export({ format: 'jwk' })
    return { name, type, publicKey: Buffer.from(x, 'base64url') }
  }

/** The key in the form that `node:crypto` verifies with. */
export const cryptoKeyOf = ({ publicKey }: NoteKey): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  })
