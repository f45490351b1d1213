/**
 * The canonical encoding of a list of values: the number of members, then each member preceded by its length (both as
 * 32-bit big-endian numbers), so that no two lists have the same bytes. Text is UTF-8 and must have no lone surrogate.
 */
export const encodeTuple = (members: ReadonlyArray<string | Uint8Array>): Buffer => {
  let length = 4
  for (const member of members)
    length += 4 + (typeof member === 'string' ? Buffer.byteLength(member, 'utf8') : member.length)
  const bytes = Buffer.allocUnsafe(length)
  let at = bytes.writeUInt32BE(members.length, 0)
  for (const member of members) {
    const start = at + 4
    if (typeof member === 'string') at = start + bytes.write(member, start, 'utf8')
    else {
      bytes.set(member, start)
      at = start + member.length
    }
    bytes.writeUInt32BE(at - start, start - 4)
  }
  return bytes
}
