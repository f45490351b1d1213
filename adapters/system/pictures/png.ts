import { crc32, deflateSync } from 'node:zlib'

/** The first eight bytes of a PNG. */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Eight bits for each of red, green and blue; no palette and no interlacing. */
const formatOfPoints = [8, 2, 0, 0, 0]

export type Colour = readonly [red: number, green: number, blue: number]

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** The rows of points, each after a byte that says that it is written as it is. */
const pointsOf = (width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer => {
  const rowLength = 1 + 3 * width
  const points = Buffer.alloc(height * rowLength)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) points.set(colourAt(x, y), y * rowLength + 1 + 3 * x)
  return points
}

/** A picture as PNG (RFC 2083), from the colour of each point. */
export const drawPng = (width: number, height: number, colourAt: (x: number, y: number) => Colour): Uint8Array => {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.concat([size, Buffer.from(formatOfPoints)])),
    chunk('IDAT', deflateSync(pointsOf(width, height, colourAt))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
