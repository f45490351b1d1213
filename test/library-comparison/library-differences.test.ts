import * as fc from 'fast-check'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { differencesBetween, noDifferences } from './library-differences'
import { withoutIds, type RecordWithoutIds } from './record-without-ids'

const loan = (id: number, borrower: number, copy: string): ReadonlyArray<RecordWithoutIds> => [
  withoutIds({ stream: `copy-${copy}`, loan: numberedUuid(id) }),
  withoutIds({ stream: `loan-${numberedUuid(id)}`, borrower: numberedUuid(borrower) }),
]

const library = (from: number, borrowers: ReadonlyArray<number>): ReadonlyArray<RecordWithoutIds> =>
  borrowers.flatMap((borrower, at) => loan(from + at, from + 100 + borrower, String(9_000_000_001 + at)))

describe('two libraries whose ids were drawn separately', () => {
  it('have no differences when all else is equal, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 12 }), fc.integer({ min: 1, max: 1000 }), (borrowers, from) => {
        expect(differencesBetween(library(0, borrowers), [...library(from, borrowers)].reverse())).toEqual(
          noDifferences,
        )
      }),
    )
  })

  it('differ when a copy was lent to another borrower', () => {
    const { onlyHere, onlyThere } = differencesBetween(library(0, [1, 1, 2]), library(500, [1, 2, 2]))
    expect(onlyHere.length).toBeGreaterThan(0)
    expect(onlyThere.length).toBeGreaterThan(0)
  })

  it('differ when one of them has a record twice', () => {
    const [first, ...rest] = library(0, [1])
    expect(differencesBetween([first!, first!, ...rest], [first!, ...rest]).onlyHere).toHaveLength(1)
  })

  it('differ when two records are of one loan in one library and of two loans in the other', () => {
    const happened = (lent: number, billed: number) => [
      withoutIds({ lent: numberedUuid(lent) }),
      withoutIds({ billed: numberedUuid(billed) }),
    ]
    expect(differencesBetween(happened(1, 1), happened(2, 3))).not.toEqual(noDifferences)
    expect(differencesBetween(happened(2, 3), happened(1, 1))).not.toEqual(noDifferences)
  })

  it('differ at the end of a chain of ids', () => {
    const chain = (last: string) => [
      ...[1, 2, 3, 4].map((n) => withoutIds({ from: numberedUuid(n), to: numberedUuid(n + 1) })),
      ...[11, 12, 13, 14].map((n) => withoutIds({ from: numberedUuid(n), to: numberedUuid(n + 1) })),
      withoutIds({ begins: numberedUuid(1) }),
      withoutIds({ ends: numberedUuid(last === 'here' ? 5 : 15) }),
    ]
    expect(differencesBetween(chain('here'), chain('here'))).toEqual(noDifferences)
    expect(differencesBetween(chain('here'), chain('there'))).not.toEqual(noDifferences)
  })

  it('differ when one library has one id where the other has two', () => {
    const words = (a: number, b: number) => [withoutIds({ run: numberedUuid(a), certificate: numberedUuid(b) })]
    expect(differencesBetween(words(1, 1), words(2, 3))).not.toEqual(noDifferences)
  })
})

describe('a record without ids', () => {
  it('contains copies, titles, days, and the fingerprint of a file', () => {
    const unnumbered = {
      copy: '9000000001',
      title: '900000001',
      on: '1919-11-17',
      file: 'a'.repeat(64),
      words: 'Night',
    }
    expect(withoutIds(unnumbered)).toEqual({ words: JSON.stringify(unnumbered), ids: [] })
  })

  it('has a number in place of each id, borrower number, key fingerprint and signature', () => {
    const signature = `${'A'.repeat(86)}==`
    const drawn = [numberedUuid(1), '123456789012', 'ab'.repeat(16), signature]
    expect(withoutIds([...drawn, `borrower-${numberedUuid(1)}`])).toEqual({
      words: '["#0","#1","#2","#3","borrower-#0"]',
      ids: drawn,
    })
  })
})
