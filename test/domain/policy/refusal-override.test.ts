import fc from 'fast-check'
import { OverridableRefusal } from '../../../domain/policy/overridable-refusal'
import {
  isOverrideReason,
  longestOverrideReason,
  refusalOverrideOfText,
  textOfRefusalOverride,
} from '../../../domain/policy/refusal-override'
import { canonicalJson } from '../../../domain/event/canonical-json'

const bytesOf = (text: string): number => Buffer.byteLength(canonicalJson(text))

const arbitraryReason = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 90 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
  .filter(isOverrideReason)

const arbitraryRefusals = fc.subarray(Object.keys(OverridableRefusal.keys) as OverridableRefusal[], { minLength: 1 })

describe('what an event says of an override', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(arbitraryRefusals, arbitraryReason, (refusals, reason) => {
        expect(refusalOverrideOfText(textOfRefusalOverride({ refusals, reason }))).toEqual({ refusals, reason })
      }),
    )
  })

  it('takes the same number of bytes for every override, and without one', () => {
    fc.assert(
      fc.property(arbitraryRefusals, arbitraryReason, (refusals, reason) => {
        expect(bytesOf(textOfRefusalOverride({ refusals, reason }))).toBe(bytesOf(textOfRefusalOverride(null)))
      }),
    )
  })

  it('is nothing for an event of an earlier version, and for one without an override', () => {
    expect(refusalOverrideOfText('')).toBeNull()
    expect(refusalOverrideOfText(textOfRefusalOverride(null))).toBeNull()
  })

  it.each<[string, boolean]>([
    ['a'.repeat(longestOverrideReason), true],
    ['a'.repeat(longestOverrideReason + 1), false],
    ['æ'.repeat(longestOverrideReason / 2), true],
    ['æ'.repeat(longestOverrideReason / 2 + 1), false],
  ])('has room for %s: %s', (text, fits) => {
    expect(isOverrideReason(text)).toBe(fits)
  })
})
