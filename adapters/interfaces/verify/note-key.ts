import { createHash, createPublicKey, type KeyObject } from 'node:crypto'

/** The types of signature, with the bytes that C2SP signed-note assigns to them. */
const typeBytes = { log: 1, witness: 4 } as const
type KeyType = keyof typeof typeBytes

/** The public key of a log or of a witness. */
export interface NoteKey {
  readonly name: string
  readonly type: KeyType
  /** The number by which a signature names its key. */
  readonly id: number
  readonly key: KeyObject
}

const ed25519KeyLength = 32

const noteKey = (name: string, type: KeyType, bytes: Uint8Array): NoteKey => ({
  name,
  type,
  id: createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(typeBytes[type]))
    .update(bytes)
    .digest()
    .readUInt32BE(0),
  key: createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') },
    format: 'jwk',
  }),
})

/** Reads `name+id+key` (C2SP signed-note). Undefined when it is none, or when the id is not that of the key. */
export const parseNoteKey = (text: string): NoteKey | undefined => {
  const [, name = '', id = '', encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  const type = (Object.keys(typeBytes) as ReadonlyArray<KeyType>).find((each) => typeBytes[each] === bytes[0])
  if (type === undefined || bytes.length !== 1 + ed25519KeyLength) return undefined
  const key = noteKey(name, type, bytes.subarray(1))
  return key.id.toString(16).padStart(8, '0') === id ? key : undefined
}

/** The key with which the log of a name is signed. */
export const noteKeyOfLog = (name: string, key: KeyObject): NoteKey =>
  noteKey(name, 'log', Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url'))

/** Whether a key is an Ed25519 key. */
export const isEd25519 = (key: KeyObject): boolean => key.asymmetricKeyType === 'ed25519'
