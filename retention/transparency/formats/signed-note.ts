import * as E from 'fp-ts/Either'
import { malformed, type Malformed } from './malformed'
import { isKeyName } from './note-key'
import { bytesOfBase64, toBase64 } from './strict-texts'

/** One signature of a note, which names its key. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: number
  /** What the key signed with: 64 bytes, or for a cosignature 8 bytes of time and then 64. */
  readonly signature: Uint8Array
}

/** A text with signatures (C2SP signed-note). */
export interface SignedNote {
  /** Ends with a new line. */
  readonly text: string
  readonly signatures: ReadonlyArray<NoteSignature>
}

/** More signatures than any note has: one of the log, and one of each witness. */
const mostSignatures = 100

const keyIdLength = 4

/** A signature as a line, without the new line. */
export const encodeNoteSignature = ({ name, keyId, signature }: NoteSignature): string => {
  const id = Buffer.alloc(keyIdLength)
  id.writeUInt32BE(keyId)
  return `— ${name} ${toBase64(Buffer.concat([id, signature]))}`
}

/** Decodes the line of a signature, without its new line. */
export const decodeNoteSignature = (line: string): E.Either<Malformed, NoteSignature> => {
  const [name = '', encoded = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line)?.slice(1) ?? []
  const bytes = bytesOfBase64(encoded)
  return !isKeyName(name) || bytes === undefined || bytes.length <= keyIdLength
    ? malformed('signed note: a line is no signature')
    : E.right({ name, keyId: bytes.readUInt32BE(0), signature: bytes.subarray(keyIdLength) })
}

export const encodeSignedNote = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map((signature) => `${encodeNoteSignature(signature)}\n`).join('')}`

/** Decodes lines of signatures, each of which ends with a new line. */
export const decodeNoteSignatures = (lines: string): E.Either<Malformed, ReadonlyArray<NoteSignature>> => {
  if (!lines.endsWith('\n')) return malformed('signed note: does not end with a new line')
  const each = lines.slice(0, -1).split('\n')
  return each.length > mostSignatures
    ? malformed(`signed note: more than ${String(mostSignatures)} signatures`)
    : E.traverseArray(decodeNoteSignature)(each)
}

/** The format forbids control characters below U+0020, other than the new line, and what is no text in UTF-8. */
const isTextOfNote = (text: string): boolean =>
  !/\p{Cs}/u.test(text) && !/\p{Cc}/u.test(text.replace(/[\n\u007f-\u009f]/g, ''))

/** Decodes a note, without verifying anything: its text says nothing before `verifyNote` has answered. */
export const decodeSignedNote = (note: string): E.Either<Malformed, SignedNote> => {
  const end = note.lastIndexOf('\n\n') + 1
  if (end === 0 || !isTextOfNote(note)) return malformed('signed note: no text and blank line before the signatures')
  const signatures = decodeNoteSignatures(note.slice(end + 1))
  return E.isLeft(signatures) ? signatures : E.right({ text: note.slice(0, end), signatures: signatures.right })
}
