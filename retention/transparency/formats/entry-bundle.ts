import * as E from 'fp-ts/Either'
import { malformed, type Malformed } from './malformed'

const lengthOfLength = 2

/** Leaf records as a bundle of entries: each preceded by its length as 16 bits, big-endian (C2SP tlog-tiles). */
export const encodeEntryBundle = (records: ReadonlyArray<string>): Uint8Array =>
  Buffer.concat(
    records.flatMap((record) => {
      const bytes = Buffer.from(record, 'utf8')
      const length = Buffer.alloc(lengthOfLength)
      length.writeUInt16BE(bytes.length)
      return [length, bytes]
    }),
  )

/** The leaf records of a bundle. Malformed when it ends within one. */
export const decodeEntryBundle = (bundle: Uint8Array): E.Either<Malformed, ReadonlyArray<string>> => {
  const bytes = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength)
  const records: string[] = []
  for (let at = 0; at < bytes.length;) {
    const start = at + lengthOfLength
    const end = start <= bytes.length ? start + bytes.readUInt16BE(at) : Infinity
    if (end > bytes.length) return malformed('bundle of entries: ends within an entry')
    records.push(bytes.toString('utf8', start, end))
    at = end
  }
  return E.right(records)
}
