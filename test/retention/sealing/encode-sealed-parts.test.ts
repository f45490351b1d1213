import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import { scopeClasses } from '../../../domain/event/scope-class'
import { scopeClassOfCode, codeOfScopeClass } from '../../../retention/sealing/scope-class-codes'
import { decodeSealedParts } from '../../../retention/sealing/decode-sealed-parts'
import { encodeSealedParts } from '../../../retention/sealing/encode-sealed-parts'
import { encodeTuple } from '../../../retention/sealing/encode-tuple'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((of) => Buffer.from(of))
const arbitraryParts = fc
  .uniqueArray(fc.constantFrom(...scopeClasses), { minLength: 1, maxLength: 4 })
  .chain((classes) =>
    fc.tuple(
      ...classes.map((name) =>
        fc.record({
          class: fc.constant(name),
          commitment: bytes(32),
          nonce: bytes(12),
          bytes: fc.uint8Array({ maxLength: 300 }).map((of) => Buffer.from(of)),
          tag: bytes(16),
        }),
      ),
    ),
  )
const aPart = { class: 'loan' as const, commitment: randomBytes(32), nonce: randomBytes(12), bytes: randomBytes(64), tag: randomBytes(16) } // prettier-ignore
const isCorrupt = E.left(expect.objectContaining({ _tag: 'Corrupt' }))

describe('the sealed bytes of an event', () => {
  it('are decoded to the parts that were encoded', () => {
    fc.assert(
      fc.property(arbitraryParts, (parts) => {
        expect(decodeSealedParts(encodeSealedParts(parts))).toEqual(E.right(parts))
      }),
    )
  })

  it('are empty for an event without sealed parts', () => {
    expect(encodeSealedParts([])).toHaveLength(0)
    expect(decodeSealedParts(new Uint8Array(0))).toEqual(E.right([]))
  })

  it('are Corrupt when they are cut anywhere, or longer than their parts', () => {
    const whole = encodeSealedParts([aPart])
    for (let length = 1; length < whole.length; length++)
      expect(decodeSealedParts(whole.subarray(0, length))).toEqual(isCorrupt)
    expect(decodeSealedParts(Buffer.concat([whole, Buffer.of(0)]))).toEqual(isCorrupt)
  })

  it('are Corrupt with an unknown class, an unknown version, no part, or a class twice', () => {
    const changed = (at: number, to: number) => {
      const whole = Buffer.from(encodeSealedParts([aPart]))
      whole[at] = to
      return whole
    }
    expect(decodeSealedParts(changed(2, 0))).toEqual(isCorrupt)
    expect(decodeSealedParts(changed(2, 200))).toEqual(isCorrupt)
    expect(decodeSealedParts(changed(0, 2))).toEqual(isCorrupt)
    expect(decodeSealedParts(changed(1, 0))).toEqual(isCorrupt)
    expect(decodeSealedParts(Buffer.of(1, 0))).toEqual(isCorrupt)
    expect(decodeSealedParts(encodeSealedParts([aPart, aPart]))).toEqual(isCorrupt)
  })

  it('have a different code for each scope class', () => {
    expect(scopeClasses.map((name) => scopeClassOfCode(codeOfScopeClass(name)))).toEqual([...scopeClasses])
  })

  it('are Corrupt when they are random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (noise) => {
        const decoded = decodeSealedParts(noise)
        expect(E.isLeft(decoded) || Buffer.from(encodeSealedParts(decoded.right)).equals(noise)).toBe(true)
      }),
    )
  })
})

describe('encodeTuple', () => {
  it('gives the same bytes for equal lists only', () => {
    const list = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 })
    fc.assert(
      fc.property(list, list, (one, other) => {
        expect(encodeTuple(one).equals(encodeTuple(other))).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
    expect(encodeTuple(['ab', 'c']).equals(encodeTuple(['a', 'bc']))).toBe(false)
    expect(encodeTuple(['a', '']).equals(encodeTuple(['a']))).toBe(false)
  })
})
