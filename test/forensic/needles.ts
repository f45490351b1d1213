import type { Needle } from './traces'

/** A text as it looks in the middle of base64, for each place in three at which it may begin. */
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

const formsOf = (text: string): ReadonlyArray<Buffer> => {
  const bytes = Buffer.from(text)
  return [
    ...[text, text.toLowerCase(), text.toUpperCase(), encodeURIComponent(text)].map((form) => Buffer.from(form)),
    ...[Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le'), bigEndian(text)],
    ...[Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('hex').toUpperCase())],
    ...inBase64(bytes),
  ]
}

/** A text in the forms that a program gives texts: UTF-8, either UTF-16, Latin-1, hex, base64, and in either case. */
export const needlesForText = (text: string): ReadonlyArray<Needle> => {
  const forms = new Map(formsOf(text).map((bytes) => [bytes.toString('hex'), bytes]))
  return [...forms.values()].map((bytes) => ({ of: text, bytes }))
}

const pieceLength = 16

/** A key or a wrapped key, in bytes and in hex: whole, or a piece of it from either end or the middle. */
export const needlesForSecret =
  (of: string) =>
  (secret: Uint8Array): ReadonlyArray<Needle> => {
    const last = secret.length - pieceLength
    return [0, Math.floor(last / 2), last]
      .map((from) => Buffer.from(secret.subarray(from, from + pieceLength)))
      .flatMap((piece) => [piece, Buffer.from(piece.toString('hex')), Buffer.from(piece.toString('hex').toUpperCase())])
      .map((bytes) => ({ of, bytes }))
  }
