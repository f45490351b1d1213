import * as fc from 'fast-check'
import { uuid } from '../fixtures/uuid'
import { differences, none } from './differences'
import { said, type Said } from './said'

const loan = (id: number, borrower: number, copy: string): ReadonlyArray<Said> => [
  said({ stream: `copy-${copy}`, loan: uuid(id) }),
  said({ stream: `loan-${uuid(id)}`, borrower: uuid(borrower) }),
]

const library = (from: number, borrowers: ReadonlyArray<number>): ReadonlyArray<Said> =>
  borrowers.flatMap((borrower, at) => loan(from + at, from + 100 + borrower, String(9_000_000_001 + at)))

describe('two libraries whose ids were drawn apart', () => {
  it('are alike when all else is the same, in whatever order it is said', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 12 }), fc.integer({ min: 1, max: 1000 }), (borrowers, from) => {
        expect(differences(library(0, borrowers), [...library(from, borrowers)].reverse())).toEqual(none)
      }),
    )
  })

  it('differ when a copy was lent to somebody else', () => {
    const { onlyHere, onlyThere } = differences(library(0, [1, 1, 2]), library(500, [1, 2, 2]))
    expect(onlyHere.length).toBeGreaterThan(0)
    expect(onlyThere.length).toBeGreaterThan(0)
  })

  it('differ in what one says twice', () => {
    const [first, ...rest] = library(0, [1])
    expect(differences([first!, first!, ...rest], [first!, ...rest]).onlyHere).toHaveLength(1)
  })

  it('differ when what happened to one loan happened to two in the other', () => {
    const happened = (lent: number, billed: number) => [said({ lent: uuid(lent) }), said({ billed: uuid(billed) })]
    expect(differences(happened(1, 1), happened(2, 3))).not.toEqual(none)
    expect(differences(happened(2, 3), happened(1, 1))).not.toEqual(none)
  })

  it('differ at the far end of what hangs together', () => {
    const chain = (last: string) => [
      ...[1, 2, 3, 4].map((n) => said({ from: uuid(n), to: uuid(n + 1) })),
      ...[11, 12, 13, 14].map((n) => said({ from: uuid(n), to: uuid(n + 1) })),
      said({ begins: uuid(1) }),
      said({ ends: uuid(last === 'here' ? 5 : 15) }),
    ]
    expect(differences(chain('here'), chain('here'))).toEqual(none)
    expect(differences(chain('here'), chain('there'))).not.toEqual(none)
  })

  it('differ when one id stands where there are two in the other', () => {
    const words = (a: number, b: number) => [said({ run: uuid(a), certificate: uuid(b) })]
    expect(differences(words(1, 1), words(2, 3))).not.toEqual(none)
  })
})

describe('what is said, ids aside', () => {
  it('keeps copies, titles, days, and the fingerprint of a file', () => {
    const kept = { copy: '9000000001', title: '900000001', on: '1919-11-17', file: 'a'.repeat(64), words: 'Night' }
    expect(said(kept)).toEqual({ words: JSON.stringify(kept), ids: [] })
  })

  it('has a number for each id, borrower number, fingerprint of a key, and signature', () => {
    const signature = `${'A'.repeat(86)}==`
    const drawn = [uuid(1), '123456789012', 'ab'.repeat(16), signature]
    expect(said([...drawn, `borrower-${uuid(1)}`])).toEqual({
      words: '["#0","#1","#2","#3","borrower-#0"]',
      ids: drawn,
    })
  })
})
