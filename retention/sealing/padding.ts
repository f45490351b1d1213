const end = 0x80
const small = [64, 128, 192, 256, 384, 512, 768, 1024]
const large = 1024

/** The size in bytes to which a text of so many bytes is padded. One byte is needed for the mark of its end. */
export const bucketFor = (length: number): number =>
  small.find((size) => length < size) ?? Math.ceil((length + 1) / large) * large

/** The text, a mark of its end, and zeros up to the size of its bucket: its length tells no title. */
export const pad = (text: string): Buffer => {
  const length = Buffer.byteLength(text)
  const padded = Buffer.alloc(bucketFor(length))
  padded.write(text, 0, 'utf8')
  padded[length] = end
  return padded
}

/** The text that was padded, or undefined when the bytes were not padded by `pad`. */
export const unpad = (padded: Buffer): string | undefined => {
  const length = padded.lastIndexOf(end)
  if (length < 0 || padded.length !== bucketFor(length)) return undefined
  for (let at = length + 1; at < padded.length; at++) if (padded[at] !== 0) return undefined
  return padded.toString('utf8', 0, length)
}
