/**
 * The messages between this process and the one that uses the module. A frame is: the number of the bytes that follow
 * (4 bytes, big-endian), the number of the request (4), the kind (1), and the fields, each with its length (4) before it.
 */
export interface HardwareModuleFrame {
  readonly id: number
  /** The operation of a request, or the outcome of an answer. */
  readonly kind: number
  readonly fields: ReadonlyArray<Uint8Array>
}

const [lengthSize, headSize] = [4, 9]

const sizeOf = ({ fields }: HardwareModuleFrame): number =>
  headSize + fields.reduce((total, field) => total + lengthSize + field.length, 0)

/** Encodes frames, in one buffer of their own: the caller wipes it when it is sent. */
export const encodeFrames = (frames: ReadonlyArray<HardwareModuleFrame>): Buffer => {
  const bytes = Buffer.alloc(frames.reduce((total, frame) => total + sizeOf(frame), 0))
  let at = 0
  for (const frame of frames) {
    bytes.writeUInt32BE(sizeOf(frame) - lengthSize, at)
    bytes.writeUInt32BE(frame.id, at + lengthSize)
    bytes.writeUInt8(frame.kind, at + lengthSize * 2)
    at += headSize
    for (const field of frame.fields) {
      bytes.writeUInt32BE(field.length, at)
      bytes.set(field, at + lengthSize)
      at += lengthSize + field.length
    }
  }
  return bytes
}

const ownCopy = (bytes: Uint8Array): Buffer<ArrayBuffer> => {
  const copy = Buffer.alloc(bytes.length)
  copy.set(bytes)
  return copy
}

const decodeFrame = (bytes: Buffer): HardwareModuleFrame => {
  const fields: Buffer[] = []
  for (let at = headSize; at < bytes.length;) {
    const end = at + lengthSize + bytes.readUInt32BE(at)
    fields.push(ownCopy(bytes.subarray(at + lengthSize, end)))
    at = end
  }
  return { id: bytes.readUInt32BE(lengthSize), kind: bytes.readUInt8(lengthSize * 2), fields }
}

/** Takes what was received, in pieces of any size. Answers the frames that are whole; what it takes is wiped. */
export const createModuleFrameReader = (): ((chunk: Buffer) => ReadonlyArray<HardwareModuleFrame>) => {
  let pending: Buffer = Buffer.alloc(0)
  return (chunk) => {
    const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    const frames: HardwareModuleFrame[] = []
    let at = 0
    while (bytes.length - at >= lengthSize) {
      const end = at + lengthSize + bytes.readUInt32BE(at)
      if (end > bytes.length) break
      frames.push(decodeFrame(bytes.subarray(at, end)))
      at = end
    }
    const rest = ownCopy(bytes.subarray(at))
    for (const taken of [bytes, chunk, pending]) taken.fill(0)
    pending = rest
    return frames
  }
}
