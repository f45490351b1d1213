import type { StoredEvent } from '../../../../domain/ports/event-store'

/** The part of an event that is stored in the data field; the server stores id and type in fields of its own. */
type KurrentEventData = Pick<StoredEvent, 'version' | 'recorded' | 'open' | 'sealed'>

/**
 * The layout, numbers big-endian:
 *
 *   1 byte    1, the number of this layout
 *   4 bytes   version of the event's schema
 *   1 byte    length of `recorded`, then its characters
 *   4 bytes   length of the open part, then its canonical JSON in UTF-8
 *   rest      the sealed parts, as they are
 *
 * The open and the sealed bytes are the same as in the embedded store, so that a log can be copied to another store and
 * compared byte for byte.
 */
const layoutVersion = 1
const fixedBytes = 10

/** Encodes the data field of an event. */
export const encodeKurrentEventData = ({ version, recorded, open, sealed }: KurrentEventData): Uint8Array => {
  const recordedLength = Buffer.byteLength(recorded)
  const openLength = Buffer.byteLength(open)
  const bytes = Buffer.allocUnsafe(fixedBytes + recordedLength + openLength + sealed.length)
  bytes.writeUInt8(layoutVersion, 0)
  bytes.writeUInt32BE(version, 1)
  bytes.writeUInt8(recordedLength, 5)
  bytes.write(recorded, 6)
  bytes.writeUInt32BE(openLength, 6 + recordedLength)
  bytes.write(open, fixedBytes + recordedLength)
  bytes.set(sealed, fixedBytes + recordedLength + openLength)
  return bytes
}

/** Decodes a data field; undefined when it has another layout. The sealed bytes are a view of `data`. */
export const decodeKurrentEventData = (data: Uint8Array): KurrentEventData | undefined => {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.length)
  if (bytes.length < fixedBytes || bytes.readUInt8(0) !== layoutVersion) return undefined
  const openOffset = fixedBytes + bytes.readUInt8(5)
  if (bytes.length < openOffset) return undefined
  const sealedOffset = openOffset + bytes.readUInt32BE(openOffset - 4)
  if (bytes.length < sealedOffset) return undefined
  return {
    version: bytes.readUInt32BE(1),
    recorded: bytes.toString('utf8', 6, openOffset - 4),
    open: bytes.toString('utf8', openOffset, sealedOffset),
    sealed: data.subarray(sealedOffset),
  }
}
