import type { StoredEvent } from '../../../../domain/ports/event-store'

/** What stands in the data of an event on the server: all of it but its id and type, which the server keeps itself. */
export type Content = Pick<StoredEvent, 'version' | 'recorded' | 'open' | 'sealed'>

/**
 * The layout, numbers big-endian:
 *
 *   1 byte    1, the number of this layout
 *   4 bytes   version of the event's schema
 *   1 byte    length of `recorded`, then its characters
 *   4 bytes   length of the open part, then its canonical JSON in UTF-8
 *   rest      the sealed parts, as they are
 *
 * The open and the sealed bytes are the very bytes that the embedded store keeps, so that a log can be copied from
 * one to the other, and compared, byte for byte.
 */
const layout = 1
const fixed = 10

/** The bytes of an event's data. */
export const pack = ({ version, recorded, open, sealed }: Content): Uint8Array => {
  const day = Buffer.byteLength(recorded)
  const size = Buffer.byteLength(open)
  const bytes = Buffer.allocUnsafe(fixed + day + size + sealed.length)
  bytes.writeUInt8(layout, 0)
  bytes.writeUInt32BE(version, 1)
  bytes.writeUInt8(day, 5)
  bytes.write(recorded, 6)
  bytes.writeUInt32BE(size, 6 + day)
  bytes.write(open, fixed + day)
  bytes.set(sealed, fixed + day + size)
  return bytes
}

/** What the bytes say; undefined when they are not of this layout. The sealed parts are a view of them. */
export const unpack = (data: Uint8Array): Content | undefined => {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.length)
  if (bytes.length < fixed || bytes.readUInt8(0) !== layout) return undefined
  const openAt = fixed + bytes.readUInt8(5)
  if (bytes.length < openAt) return undefined
  const sealedAt = openAt + bytes.readUInt32BE(openAt - 4)
  if (bytes.length < sealedAt) return undefined
  return {
    version: bytes.readUInt32BE(1),
    recorded: bytes.toString('utf8', 6, openAt - 4),
    open: bytes.toString('utf8', openAt, sealedAt),
    sealed: data.subarray(sealedAt),
  }
}
