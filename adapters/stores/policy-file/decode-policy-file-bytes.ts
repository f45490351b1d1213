import { isUtf8, type Buffer } from 'node:buffer'
import * as E from 'fp-ts/Either'
import { withoutByteOrderMark } from '../../system/text/without-byte-order-mark'
import type { PolicyFileError } from './policy-file-error'

/** The line and the column of an offset in a text, both counted from 1. */
export const placeInText = (text: string, offset: number): string => {
  const lines = text.slice(0, offset).split('\n')
  return `line ${String(lines.length)}, column ${String((lines.at(-1) ?? '').length + 1)}`
}

/** The text before the first byte that is not UTF-8. */
const textBeforeWrongByte = (bytes: Buffer): string => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    for (const byte of bytes) text += decoder.decode(Uint8Array.of(byte), { stream: true })
  } catch {
    return text
  }
  return text
}

/** The text of a policy file, which must be UTF-8. A byte order mark at its beginning is left out. */
export const decodePolicyFileBytes = (bytes: Buffer): E.Either<ReadonlyArray<PolicyFileError>, string> => {
  if (isUtf8(bytes)) return E.right(withoutByteOrderMark(bytes.toString('utf8')))
  const before = textBeforeWrongByte(bytes)
  const text = `The file is not UTF-8: a byte is wrong at ${placeInText(before, before.length)}. Save the file as UTF-8.`
  return E.left([{ pointer: '', text }])
}
