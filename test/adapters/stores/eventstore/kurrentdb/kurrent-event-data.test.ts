import fc from 'fast-check'
import {
  encodeKurrentEventData,
  decodeKurrentEventData,
} from '../../../../../adapters/stores/eventstore/kurrentdb/kurrent-event-data'

const content = fc.record({
  version: fc.nat(),
  recorded: fc.constantFrom('2026-11-22', '2026-11'),
  open: fc.string({ unit: 'grapheme' }),
  sealed: fc.uint8Array(),
})

describe('the data of an event on the server', () => {
  it('decodes to the encoded event', () => {
    fc.assert(
      fc.property(content, (given) => expect(decodeKurrentEventData(encodeKurrentEventData(given))).toEqual(given)),
    )
  })

  it('holds the open and the sealed part byte for byte', () => {
    const data = encodeKurrentEventData({
      version: 2,
      recorded: '2026-11',
      open: '{"ø":1}',
      sealed: Uint8Array.of(0, 255),
    })
    expect(Buffer.from(data).toString('latin1')).toBe(
      '\x01\0\0\0\x02\x072026-11\0\0\0\x08' + Buffer.from('{"ø":1}').toString('latin1') + '\0\xff',
    )
  })

  it('is undefined for bytes of another layout', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9 }), (short) => expect(decodeKurrentEventData(short)).toBeUndefined()),
    )
    const data = encodeKurrentEventData({ version: 1, recorded: '2026-11-22', open: '{}', sealed: new Uint8Array(0) })
    expect(decodeKurrentEventData(data.slice(0, -1))).toBeUndefined()
    expect(decodeKurrentEventData(Uint8Array.of(2, ...data.slice(1)))).toBeUndefined()
  })
})
