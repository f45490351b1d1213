import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type { PartScope, SealContext } from '../../../domain/ports/scope-keys'
import { encodeSealContext } from '../../../retention/sealing/additional-data-of-sealed-part'
import { deriveSealingKeys } from '../../../retention/sealing/derive-keys'
import { encrypt } from '../../../retention/sealing/aes-gcm'
import { openSealedPart } from '../../../retention/sealing/open-sealed-part'
import { paddedLengthFor, padTextForSealing } from '../../../retention/sealing/padding'
import { sealPart } from '../../../retention/sealing/seal-part'
import { exampleSealContext, randomScopeId } from '../../fixtures/keys-under-test'

const library = '0b5c7a52-54a5-4d0f-8d6e-f1c7a4d6d001'
const keys = { version: 1, ...deriveSealingKeys(randomBytes(32)) }
const part: PartScope = { class: 'loan', scope: randomScopeId() }
const value = { borrower: randomUUID(), dueOn: '2026-12-20' }
const here = encodeSealContext(library)(exampleSealContext())
const sealed = sealPart(here)(keys, part, value)
const isCorrupt = expect.objectContaining({ _tag: 'Corrupt' }) as unknown

const openedAt = (changed: Partial<SealContext>) =>
  openSealedPart(encodeSealContext(library)(exampleSealContext(changed)))(keys, part, sealed)

describe('a sealed part', () => {
  it('opens in the event in which it was sealed', () => {
    expect(openedAt({})).toEqual({ _tag: 'Plain', value })
  })

  const moves: ReadonlyArray<readonly [string, Partial<SealContext>]> = [
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
    expect(openSealedPart(encodeSealContext(randomUUID())(exampleSealContext()))(keys, part, sealed)).toEqual(isCorrupt)
  })

  it('does not open as the part of another scope or class, or under another version of the key', () => {
    expect(openSealedPart(here)(keys, { ...part, scope: randomScopeId() }, sealed)).toEqual(isCorrupt)
    expect(openSealedPart(here)(keys, { ...part, class: 'fee' }, sealed)).toEqual(isCorrupt)
    expect(openSealedPart(here)({ ...keys, version: 2 }, part, sealed)).toEqual(isCorrupt)
  })

  it('does not open under a key to which it was not committed, even when that key would decrypt it', () => {
    const other = { version: 1, ...deriveSealingKeys(randomBytes(32)) }
    const madeForOther = { ...sealPart(here)(other, part, value), commitment: keys.commitment }
    expect(openSealedPart(here)(other, part, madeForOther)).toEqual({
      _tag: 'Corrupt',
      reason: 'commitment of another key',
    })
    expect(openSealedPart(here)(keys, part, madeForOther)).toEqual({ _tag: 'Corrupt', reason: 'tag does not match' })
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
          expect(openSealedPart(here)(keys, part, { ...sealed, [member]: bytes })).toEqual(isCorrupt)
        },
      ),
    )
  })

  it('opens to the JSON value that was sealed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const read = openSealedPart(here)(keys, part, sealPart(here)(keys, part, json))
        expect(read._tag === 'Plain' && canonicalJson(read.value)).toBe(canonicalJson(json))
      }),
    )
  })

  it('has different bytes each time the same value is sealed', () => {
    const again = sealPart(here)(keys, part, value)
    expect(Buffer.from(again.bytes).equals(sealed.bytes)).toBe(false)
  })
})

describe('the length of a sealed part', () => {
  it('does not reveal the title: all texts of a padded length are equally long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (title) => {
        const json = JSON.stringify(title)
        const length = Buffer.byteLength(json)
        const bytes = sealPart(here)(keys, part, title).bytes.length
        expect(bytes).toBe(paddedLengthFor(length))
        expect(bytes).toBeGreaterThan(length)
      }),
    )
  })

  it('is one of a few sizes', () => {
    const sizes = new Set(Array.from({ length: 4096 }, (_, length) => paddedLengthFor(length)))
    expect([...sizes]).toEqual([64, 128, 192, 256, 384, 512, 768, 1024, 2048, 3072, 4096])
  })

  it('is checked: bytes with another padding are Corrupt, although the tag is right', () => {
    const text = Buffer.from('"a"')
    const additional = Buffer.concat([here, tupleOf(part)])
    const under = (padded: Buffer) => ({ ...sealed, ...encrypt(keys.encryption, additional, padded) })
    const dirty = padTextForSealing('"a"')
    dirty[63] = 1
    expect(openSealedPart(here)(keys, part, under(padTextForSealing('"a"')))).toEqual({ _tag: 'Plain', value: 'a' })
    expect(openSealedPart(here)(keys, part, under(text))).toEqual(isCorrupt)
    expect(openSealedPart(here)(keys, part, under(dirty))).toEqual(isCorrupt)
    expect(
      openSealedPart(here)(keys, part, under(Buffer.concat([padTextForSealing('"a"'), Buffer.alloc(64)]))),
    ).toEqual(isCorrupt)
    expect(openSealedPart(here)(keys, part, under(padTextForSealing('not JSON')))).toEqual(isCorrupt)
  })
})

function tupleOf({ class: name, scope }: PartScope): Buffer {
  const member = (text: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    return Buffer.concat([length, Buffer.from(text)])
  }
  return Buffer.concat([Buffer.of(0, 0, 0, 3), member(name), member(scope), member('1')])
}
