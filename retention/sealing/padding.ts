const endMark = 0x80
const smallSizes = [64, 128, 192, 256, 384, 512, 768, 1024]
const sizeStep = 1024

/** The size in bytes to which a text of so many bytes is padded. The end mark takes one byte. */
export const paddedLengthFor = (length: number): number =>
  smallSizes.find((size) => length < size) ?? Math.ceil((length + 1) / sizeStep) * sizeStep

/** The text, the end mark, and zeros up to the padded length, so that the length does not reveal a title. */
export const padTextForSealing = (text: string): Buffer => {
  const length = Buffer.byteLength(text)
  const padded = Buffer.alloc(paddedLengthFor(length))
  padded.write(text, 0, 'utf8')
  padded[length] = endMark
  return padded
}

/** The text without its padding; undefined when `padTextForSealing` did not pad the bytes. */
export const unpadText = (padded: Buffer): string | undefined => {
  const length = padded.lastIndexOf(endMark)
  if (length < 0 || padded.length !== paddedLengthFor(length)) return undefined
  for (let at = length + 1; at < padded.length; at++) if (padded[at] !== 0) return undefined
  return padded.toString('utf8', 0, length)
}
