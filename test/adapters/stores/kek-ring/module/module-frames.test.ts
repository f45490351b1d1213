import fc from 'fast-check'
import {
  encodeFrames,
  createModuleFrameReader,
  type HardwareModuleFrame,
} from '../../../../../adapters/stores/kek-ring/module/module-frames'

const arbitraryFrame: fc.Arbitrary<HardwareModuleFrame> = fc.record({
  id: fc.nat({ max: 0xffff_ffff }),
  kind: fc.nat({ max: 255 }),
  fields: fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 4 }),
})

/** The bytes in pieces that end at these places. */
const inPieces = (bytes: Buffer, places: ReadonlyArray<number>): ReadonlyArray<Buffer> => {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1))), bytes.length].sort((a, b) => a - b)
  return ends.map((end, at) => Buffer.from(bytes.subarray(ends[at - 1] ?? 0, end)))
}

const plain = ({ id, kind, fields }: HardwareModuleFrame) => ({ id, kind, fields: fields.map((field) => [...field]) })

describe('the messages to the process that uses a hardware module', () => {
  it('arrive as they were sent, in whatever pieces they are received, and the pieces are wiped', () => {
    fc.assert(
      fc.property(fc.array(arbitraryFrame, { maxLength: 5 }), fc.array(fc.nat()), (frames, places) => {
        const pieces = inPieces(encodeFrames(frames), places)
        const read = createModuleFrameReader()
        const received = pieces.flatMap((piece) => read(piece))
        expect(received.map(plain)).toEqual(frames.map(plain))
        expect(pieces.every((piece) => piece.every((byte) => byte === 0))).toBe(true)
      }),
    )
  })
})
