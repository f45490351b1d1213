import type { BytePattern } from './find-byte-patterns'

/** A text as it appears inside base64, for each of the three offsets at which it can begin. */
const inBase64 = (bytes: Buffer): ReadonlyArray<Buffer> =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const from = Math.ceil((before * 8) / 6)
    const until = Math.floor(((before + bytes.length) * 8) / 6)
    return Buffer.from(whole.slice(from, until))
  })

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const encodingsOf = (text: string): ReadonlyArray<Buffer> => {
  const bytes = Buffer.from(text)
  return [
    ...[text, text.toLowerCase(), text.toUpperCase(), encodeURIComponent(text)].map((form) => Buffer.from(form)),
    ...[Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le'), bigEndian(text)],
    ...[Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('hex').toUpperCase())],
    ...inBase64(bytes),
  ]
}

/** Patterns of a text in UTF-8, both UTF-16, Latin-1, hex, base64, URL encoding, and in lower and upper case. */
export const patternsForText = (text: string): ReadonlyArray<BytePattern> => {
  const encodings = new Map(encodingsOf(text).map((bytes) => [bytes.toString('hex'), bytes]))
  return [...encodings.values()].map((bytes) => ({ label: text, bytes }))
}

const pieceLength = 16

/** Patterns of a key or a wrapped key: 16 bytes from the start, the middle and the end, as bytes and in hex. */
export const patternsForSecret =
  (label: string) =>
  (secret: Uint8Array): ReadonlyArray<BytePattern> => {
    const last = secret.length - pieceLength
    return [0, Math.floor(last / 2), last]
      .map((from) => Buffer.from(secret.subarray(from, from + pieceLength)))
      .flatMap((piece) => [piece, Buffer.from(piece.toString('hex')), Buffer.from(piece.toString('hex').toUpperCase())])
      .map((bytes) => ({ label, bytes }))
  }
