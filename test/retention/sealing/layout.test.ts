import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import { scopeClasses } from '../../../domain/event/scope-class'
import { classOfCode, codeOfClass } from '../../../retention/sealing/class-codes'
import { decodeParts } from '../../../retention/sealing/decode-parts'
import { encodeParts } from '../../../retention/sealing/layout'
import { tuple } from '../../../retention/sealing/tuple'

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
  it('give back the parts that they were made of', () => {
    fc.assert(
      fc.property(arbitraryParts, (parts) => {
        expect(decodeParts(encodeParts(parts))).toEqual(E.right(parts))
      }),
    )
  })

  it('are empty for an event without sealed parts', () => {
    expect(encodeParts([])).toHaveLength(0)
    expect(decodeParts(new Uint8Array(0))).toEqual(E.right([]))
  })

  it('are Corrupt when cut short anywhere, or longer than their parts', () => {
    const whole = encodeParts([aPart])
    for (let length = 1; length < whole.length; length++)
      expect(decodeParts(whole.subarray(0, length))).toEqual(isCorrupt)
    expect(decodeParts(Buffer.concat([whole, Buffer.of(0)]))).toEqual(isCorrupt)
  })

  it('are Corrupt with an unknown class, an unknown version, no part, or a class twice', () => {
    const changed = (at: number, to: number) => {
      const whole = Buffer.from(encodeParts([aPart]))
      whole[at] = to
      return whole
    }
    expect(decodeParts(changed(2, 0))).toEqual(isCorrupt)
    expect(decodeParts(changed(2, 200))).toEqual(isCorrupt)
    expect(decodeParts(changed(0, 2))).toEqual(isCorrupt)
    expect(decodeParts(changed(1, 0))).toEqual(isCorrupt)
    expect(decodeParts(Buffer.of(1, 0))).toEqual(isCorrupt)
    expect(decodeParts(encodeParts([aPart, aPart]))).toEqual(isCorrupt)
  })

  it('have a code of their own for each class', () => {
    expect(scopeClasses.map((name) => classOfCode(codeOfClass(name)))).toEqual([...scopeClasses])
  })

  it('never answer Plain for bytes that nobody wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (noise) => {
        const decoded = decodeParts(noise)
        expect(E.isLeft(decoded) || Buffer.from(encodeParts(decoded.right)).equals(noise)).toBe(true)
      }),
    )
  })
})

describe('the encoding of a list of values', () => {
  it('is the same for equal lists only', () => {
    const list = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 })
    fc.assert(
      fc.property(list, list, (one, other) => {
        expect(tuple(one).equals(tuple(other))).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
    expect(tuple(['ab', 'c']).equals(tuple(['a', 'bc']))).toBe(false)
    expect(tuple(['a', '']).equals(tuple(['a']))).toBe(false)
  })
})
