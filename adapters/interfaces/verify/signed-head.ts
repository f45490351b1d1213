import { verify } from 'node:crypto'
import { hashLength } from './merkle-tree'
import type { NoteKey } from './note-key'

interface NoteSignature {
  readonly name: string
  readonly keyId: number
  readonly bytes: Buffer
}

/** The head of a log, as a signed note (C2SP signed-note and tlog-checkpoint), before any signature is verified. */
export interface UnverifiedHead {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  /** What is signed. */
  readonly text: string
  readonly signatures: ReadonlyArray<NoteSignature>
}

const keyIdLength = 4

const parseSignature = (line: string): NoteSignature | undefined => {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  return bytes.length > keyIdLength && bytes.toString('base64') === encoded
    ? { name, keyId: bytes.readUInt32BE(0), bytes: bytes.subarray(keyIdLength) }
    : undefined
}

/** Reads a head: three lines, a blank line, and a line for each signature. Undefined when it has another form. */
export const parseHead = (note: string): UnverifiedHead | undefined => {
  const [, text = '', origin = '', size = '', root = '', lines = ''] =
    /^(([^\n]+)\n(0|[1-9][0-9]*)\n([^\n]+)\n)\n((?:— [^\n]+\n)+)$/u.exec(note) ?? []
  const signatures = lines.split('\n').slice(0, -1).map(parseSignature)
  const hash = Buffer.from(root, 'base64')
  if (text === '' || hash.length !== hashLength || hash.toString('base64') !== root) return undefined
  if (signatures.includes(undefined) || Number(size) < 1 || !Number.isSafeInteger(Number(size))) return undefined
  return { origin, size: Number(size), root: hash, text, signatures: signatures.flatMap((each) => each ?? []) }
}

const timeLength = 8

/** A witness signs the time, in seconds since 1970, together with the head (C2SP tlog-cosignature). */
const timeOf = ({ bytes }: NoteSignature): number => Number(bytes.readBigUInt64BE(0))

/** The last second that a date of JavaScript can hold. */
const latestTime = 8_640_000_000_000

const isSignedBy = ({ type, key }: NoteKey, text: string, signature: NoteSignature): boolean => {
  if (type === 'log') return verify(null, Buffer.from(text), key, signature.bytes)
  if (signature.bytes.length < timeLength || timeOf(signature) > latestTime) return false
  const cosigned = `cosignature/v1\ntime ${String(timeOf(signature))}\n${text}`
  return verify(null, Buffer.from(cosigned), key, signature.bytes.subarray(timeLength))
}

/** A verified cosignature. */
export interface Cosignature {
  readonly witness: string
  /** When it was made, in UTC (ISO 8601). */
  readonly at: string
}

/** What the signatures of a head say, by the keys that are believed. */
export interface VerifiedSignatures {
  readonly isSignedByLog: boolean
  readonly cosignatures: ReadonlyArray<Cosignature>
  /** The names of believed keys whose signature is wrong. */
  readonly wrong: ReadonlyArray<string>
}

/** Verifies the signatures of a head by these keys. Signatures of other keys are ignored. */
export const verifyHead = ({ text, signatures }: UnverifiedHead, keys: ReadonlyArray<NoteKey>): VerifiedSignatures => {
  const byKnownKeys = signatures.flatMap((signature) => {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.keyId)
    return key === undefined ? [] : [{ key, signature, isValid: isSignedBy(key, text, signature) }]
  })
  const valid = byKnownKeys.filter(({ isValid }) => isValid)
  return {
    isSignedByLog: valid.some(({ key }) => key.type === 'log'),
    cosignatures: valid
      .filter(({ key }) => key.type === 'witness')
      .map(({ key, signature }) => ({
        witness: key.name,
        at: new Date(timeOf(signature) * 1000).toISOString(),
      })),
    wrong: byKnownKeys.filter(({ isValid }) => !isValid).map(({ key }) => key.name),
  }
}
