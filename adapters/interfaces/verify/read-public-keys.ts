import { createPublicKey, type KeyObject } from 'node:crypto'
import { VerificationError, readText } from './export-folder'
import { isEd25519, parseNoteKey, type NoteKey } from './note-key'

const linesOf = (text: string): ReadonlyArray<string> =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

const keyOfPem = (text: string): KeyObject | undefined => {
  try {
    const key = createPublicKey(text)
    return isEd25519(key) ? key : undefined
  } catch {
    return undefined
  }
}

/** The keys of `name+id+key` lines; undefined when a line is none of this type. What follows a blank is passed over. */
const noteKeysOf = (text: string, type: NoteKey['type']): ReadonlyArray<NoteKey> | undefined => {
  const keys = linesOf(text).map((line) => parseNoteKey(line.split(/\s+/)[0] ?? ''))
  const ofType = keys.flatMap((key) => (key?.type === type ? [key] : []))
  return ofType.length === keys.length && keys.length > 0 ? ofType : undefined
}

/** The public keys of the library in a file: one in PEM, or lines of name+id+key, as a list of keys of heads has them. */
export const readLibraryKeys = (file: string): ReadonlyArray<KeyObject> => {
  const text = readText(file)
  const pem = keyOfPem(text)
  const keys = pem === undefined ? noteKeysOf(text, 'log')?.map(({ key }) => key) : [pem]
  if (keys === undefined)
    throw new VerificationError(
      `${file} has no public key of a library: "glemsom certificates key" prints one in PEM; lines of name+id+key are read too`,
    )
  return keys
}

/** The keys of witnesses in a file, one a line: name+id+key. */
export const readWitnessKeys = (file: string): ReadonlyArray<NoteKey> => {
  const keys = noteKeysOf(readText(file), 'witness')
  if (keys === undefined)
    throw new VerificationError(
      `${file} has no keys of witnesses: each line has name+id+key, as a witness publishes it`,
    )
  return keys
}
