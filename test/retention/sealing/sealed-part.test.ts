import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { canonical } from '../../../domain/event/canonical'
import type { StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type { Part, Place } from '../../../domain/ports/keys'
import { bindPlace } from '../../../retention/sealing/additional-data'
import { sealingKeys } from '../../../retention/sealing/derive'
import { encrypt } from '../../../retention/sealing/gcm'
import { openPart } from '../../../retention/sealing/open-part'
import { bucketFor, pad } from '../../../retention/sealing/padding'
import { sealPart } from '../../../retention/sealing/seal-part'
import { aPlace, anyScope } from '../../fixtures/keys'

const library = '0b5c7a52-54a5-4d0f-8d6e-f1c7a4d6d001'
const keys = { version: 1, ...sealingKeys(randomBytes(32)) }
const part: Part = { class: 'loan', scope: anyScope() }
const value = { borrower: randomUUID(), dueOn: '2026-12-20' }
const here = bindPlace(library)(aPlace())
const sealed = sealPart(here)(keys, part, value)
const isCorrupt = expect.objectContaining({ _tag: 'Corrupt' }) as unknown

const openedAt = (changed: Partial<Place>) => openPart(bindPlace(library)(aPlace(changed)))(keys, part, sealed)

describe('a sealed part', () => {
  it('opens where it was sealed', () => {
    expect(openedAt({})).toEqual({ _tag: 'Plain', value })
  })

  const moves: ReadonlyArray<readonly [string, Partial<Place>]> = [
    ['in the other log', { log: 'persons' }],
    ['in another stream', { stream: 'copy-3274626534' as StreamName }],
    ['at another revision', { revision: 5 }],
    ['in another event', { id: randomUUID() as EventId }],
    ['in an event of another type', { type: 'LoanRenewed' }],
    ['in another version of its event', { version: 2 }],
    ['beside a changed open part', { open: '{"copy":"3274626534"}' }],
  ]
  it.each(moves)('does not open %s', (_, changed) => {
    expect(openedAt(changed)).toEqual(isCorrupt)
  })

  it('does not open in another library', () => {
    expect(openPart(bindPlace(randomUUID())(aPlace()))(keys, part, sealed)).toEqual(isCorrupt)
  })

  it('does not open as the part of another scope or class, or under another version of the key', () => {
    expect(openPart(here)(keys, { ...part, scope: anyScope() }, sealed)).toEqual(isCorrupt)
    expect(openPart(here)(keys, { ...part, class: 'fee' }, sealed)).toEqual(isCorrupt)
    expect(openPart(here)({ ...keys, version: 2 }, part, sealed)).toEqual(isCorrupt)
  })

  it('does not open under a key to which it was not committed, even when that key would decrypt it', () => {
    const other = { version: 1, ...sealingKeys(randomBytes(32)) }
    const madeForOther = { ...sealPart(here)(other, part, value), commitment: keys.commitment }
    expect(openPart(here)(other, part, madeForOther)).toEqual({ _tag: 'Corrupt', reason: 'commitment of another key' })
    expect(openPart(here)(keys, part, madeForOther)).toEqual({ _tag: 'Corrupt', reason: 'tag does not match' })
  })

  it('does not open when any of its bytes has changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('commitment' as const, 'nonce' as const, 'bytes' as const, 'tag' as const),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (member, at, change) => {
          const bytes = Buffer.from(sealed[member])
          const index = at % bytes.length
          bytes.writeUInt8(bytes.readUInt8(index) ^ change, index)
          expect(openPart(here)(keys, part, { ...sealed, [member]: bytes })).toEqual(isCorrupt)
        },
      ),
    )
  })

  it('gives back any JSON value that was put into it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const read = openPart(here)(keys, part, sealPart(here)(keys, part, json))
        expect(read._tag === 'Plain' && canonical(read.value)).toBe(canonical(json))
      }),
    )
  })

  it('is never the same twice', () => {
    const again = sealPart(here)(keys, part, value)
    expect(Buffer.from(again.bytes).equals(sealed.bytes)).toBe(false)
  })
})

describe('the length of a sealed part', () => {
  it('does not tell the title: all texts of a bucket are equally long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (title) => {
        const json = JSON.stringify(title)
        const length = Buffer.byteLength(json)
        const bytes = sealPart(here)(keys, part, title).bytes.length
        expect(bytes).toBe(bucketFor(length))
        expect(bytes).toBeGreaterThan(length)
      }),
    )
  })

  it('is one of a few', () => {
    const sizes = new Set(Array.from({ length: 4096 }, (_, length) => bucketFor(length)))
    expect([...sizes]).toEqual([64, 128, 192, 256, 384, 512, 768, 1024, 2048, 3072, 4096])
  })

  it('is checked: what is padded in another way is Corrupt, though its tag is right', () => {
    const text = Buffer.from('"a"')
    const additional = Buffer.concat([here, tupleOf(part)])
    const under = (padded: Buffer) => ({ ...sealed, ...encrypt(keys.encryption, additional, padded) })
    const dirty = pad('"a"')
    dirty[63] = 1
    expect(openPart(here)(keys, part, under(pad('"a"')))).toEqual({ _tag: 'Plain', value: 'a' })
    expect(openPart(here)(keys, part, under(text))).toEqual(isCorrupt)
    expect(openPart(here)(keys, part, under(dirty))).toEqual(isCorrupt)
    expect(openPart(here)(keys, part, under(Buffer.concat([pad('"a"'), Buffer.alloc(64)])))).toEqual(isCorrupt)
    expect(openPart(here)(keys, part, under(pad('not JSON')))).toEqual(isCorrupt)
  })
})

function tupleOf({ class: name, scope }: Part): Buffer {
  const member = (text: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    return Buffer.concat([length, Buffer.from(text)])
  }
  return Buffer.concat([Buffer.of(0, 0, 0, 3), member(name), member(scope), member('1')])
}
