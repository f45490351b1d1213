import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import { encodeAddCheckpointRequest } from '../../../retention/transparency/formats/add-checkpoint-request'
import { decodeEntryBundle, encodeEntryBundle } from '../../../retention/transparency/formats/entry-bundle'
import { decodeProofText, encodeProofText } from '../../../retention/transparency/formats/proof-text'
import { decodeTilePath, encodeTilePath } from '../../../retention/transparency/formats/tile-path'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const isMalformed = E.left(expect.objectContaining({ _tag: 'Malformed' }))
const root = 'NmQuc8JUCrEh46a/lUWwokmCzYMOsT080Z3jzmwCHsE='
const hashes = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const lines = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\nAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=\n'
const checkpoint = `library.example/circulation\n3\n${root}\n\n— library.example/circulation MAuUbAEB\n`

describe('the path of a tile', () => {
  it('is that of the specification', () => {
    expect(encodeTilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(encodeTilePath({ level: 'entries', index: 272, width: 112 })).toBe('tile/entries/272.p/112')
    expect(encodeTilePath({ level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1')
    expect(encodeTilePath({ level: 0, index: 1000, width: 256 })).toBe('tile/0/x001/000')
  })

  it('is decoded to the tile that it was made of', () => {
    const arbitraryAddress = fc.record({
      level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    })
    fc.assert(
      fc.property(arbitraryAddress, (address) => {
        expect(decodeTilePath(encodeTilePath(address))).toEqual(E.right(address))
      }),
    )
  })

  it('is nothing else: every tile has one path', () => {
    const others = ['tile/64/000', 'tile/00/000', 'tile/0/0', 'tile/0/x000/000', 'tile/0/x01/000', 'tile/0/001/000', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01', 'tile/-1/000', 'tile/entries/../000', '/tile/0/000', 'tile/0/000/'] // prettier-ignore
    for (const path of others) expect(decodeTilePath(path)).toEqual(isMalformed)
  })
})

describe('a bundle of entries', () => {
  it('has each record after its length', () => {
    expect(Buffer.from(encodeEntryBundle(['æ', '', 'abc'])).toString('hex')).toBe('0002c3a600000003616263')
  })

  it('is decoded to its records, and refused when it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), fc.nat(), (records, cut) => {
        const bundle = encodeEntryBundle(records)
        expect(decodeEntryBundle(bundle)).toEqual(E.right(records))
        const part = decodeEntryBundle(bundle.subarray(0, cut % (bundle.length + 1)))
        expect(E.isLeft(part) || part.right.every((record, at) => record === records[at])).toBe(true)
      }),
    )
    expect(decodeEntryBundle(Buffer.of(0))).toEqual(isMalformed)
    expect(decodeEntryBundle(Buffer.of(0, 2, 97))).toEqual(isMalformed)
  })
})

describe('the text of a proof', () => {
  const text = `c2sp.org/tlog-proof@v1\nindex 73894\n${lines}\n${checkpoint}`

  it('has the lines of the specification', () => {
    expect(encodeProofText({ index: 73_894, proof: hashes, checkpoint })).toBe(text)
    expect(encodeProofText({ index: 0, proof: [], checkpoint })).toBe(
      `c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoint}`,
    )
  })

  it('is decoded to what it was made of, with its extra data', () => {
    expect(decodeProofText(text)).toEqual(E.right({ index: 73_894, proof: hashes, checkpoint }))
    const withExtra = { extra: Buffer.from('abc'), index: 73_894, proof: hashes, checkpoint }
    expect(encodeProofText(withExtra)).toBe(text.replace('index', 'extra YWJj\nindex'))
    expect(decodeProofText(encodeProofText(withExtra))).toEqual(E.right(withExtra))
    expect(rightOrThrow(decodeProofText(`c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoint}`)).proof).toEqual([])
    for (const other of [
      text.replace('v1', 'v2'),
      text.replace('index ', ''),
      text.replace('73', '073'),
      text.replace('AQE', 'A'),
      text.replace('index', 'extra YWJj=\nindex'),
      checkpoint,
    ])
      // prettier-ignore
      expect(decodeProofText(other)).toEqual(isMalformed)
  })
})

describe('what a witness is sent', () => {
  it('has the lines of the specification', () => {
    const note = { text: `library.example/circulation\n3\n${root}\n`, signatures: [{ name: 'library.example/circulation', keyId: 0x300b946c, signature: Buffer.of(1, 1) }] } // prettier-ignore
    const request = encodeAddCheckpointRequest({ oldSize: 2, proof: hashes, checkpoint: note })
    expect(request).toBe(`old 2\n${lines}\n${checkpoint}`)
    const first = encodeAddCheckpointRequest({ oldSize: 0, proof: [], checkpoint: note })
    expect(first).toBe(`old 0\n\n${checkpoint}`)
  })
})
