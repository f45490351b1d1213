/**
 * The canonical encoding of a list of values: the number of members, then each member preceded by its length (both as
 * 32-bit big-endian numbers), so that no two lists have the same bytes. Text is UTF-8 and must have no lone surrogate.
 */
export const encodeTuple = (members: ReadonlyArray<string | Uint8Array>): Buffer => {
  const encoded = members.map((member) => (typeof member === 'string' ? Buffer.from(member, 'utf8') : member))
  const bytes = Buffer.allocUnsafe(encoded.reduce((length, member) => length + 4 + member.length, 4))
  bytes.writeUInt32BE(encoded.length, 0)
  encoded.reduce((at, member) => {
    bytes.writeUInt32BE(member.length, at)
    bytes.set(member, at + 4)
    return at + 4 + member.length
  }, 4)
  return bytes
}
