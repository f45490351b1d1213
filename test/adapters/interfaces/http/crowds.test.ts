import { acquire, branch, register } from './desk'
import { machine, served } from './serve'

const times = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))

describe('many at once', () => {
  it(
    'lends a copy to one of 64 borrowers, and tells 63 that it is on loan',
    () =>
      served(async (library) => {
        const copy = await acquire(library)
        const borrowers = await Promise.all(times(64, () => register(library)))
        const replies = await Promise.all(
          borrowers.map((borrower) =>
            library.send('POST', '/loans', {
              as: machine,
              body: { copy, borrower, branch },
              headers: { 'Accept-Language': 'en' },
            }),
          ),
        )
        const refusals = replies.filter(({ status }) => status === 409)
        expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
        expect(refusals).toHaveLength(63)
        const words = new Set(refusals.map(({ body }) => body.detail))
        const known = new Set(['The copy is on loan.', 'Somebody else was first; try again.'])
        expect([...words].filter((said) => !known.has(said))).toEqual([])
      }),
    60_000,
  )

  it(
    'keeps to the loan limit though one borrower lends at 16 machines at once',
    () =>
      served(async (library) => {
        const borrower = await register(library)
        const copies = await Promise.all(times(44, () => acquire(library)))
        const lendAt = (place: number, copy: string) =>
          library.send('POST', '/loans', {
            as: { role: 'machine', subject: `machine-${place}` },
            body: { copy, borrower, branch },
          })
        const before = await Promise.all(copies.slice(0, 28).map((copy) => lendAt(0, copy)))
        expect(before.filter(({ status }) => status !== 201)).toEqual([])
        const replies = await Promise.all(copies.slice(28).map((copy, place) => lendAt(place, copy)))
        expect(replies.filter(({ status }) => status === 201)).toHaveLength(2)
        const refused = replies.filter(({ status }) => status !== 201)
        expect(new Set(refused.map(({ status, body }) => `${status} ${body.because}`))).toEqual(
          new Set(['422 loanLimitReached']),
        )
      }),
    60_000,
  )
})
