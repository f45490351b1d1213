import { acquireCopyByHttp, testBranch, registerBorrowerByHttp } from './http-steps'
import { machineUser, withHttpServer } from './with-http-server'

const times = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))

describe('concurrent requests', () => {
  it('lend a copy to one of 64 borrowers, and answer the other 63 that it is on loan', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const borrowers = await Promise.all(times(64, () => registerBorrowerByHttp(library)))
      const replies = await Promise.all(
        borrowers.map((borrower) =>
          library.send('POST', '/loans', {
            as: machineUser,
            body: { copy, borrower, branch: testBranch },
            headers: { 'Accept-Language': 'en' },
          }),
        ),
      )
      const refusals = replies.filter(({ status }) => status === 409)
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(refusals).toHaveLength(63)
      const words = new Set(refusals.map(({ body }) => body.detail))
      const expectedTexts = new Set(['The copy is on loan.', 'Another change came first. Try again.'])
      expect([...words].filter((text) => !expectedTexts.has(text))).toEqual([])
    }))

  it('keep to the loan limit when one borrower lends at 16 machines at once', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const copies = await Promise.all(times(44, () => acquireCopyByHttp(library)))
      const lendAt = (place: number, copy: string) =>
        library.send('POST', '/loans', {
          as: { role: 'machine', subject: `machine-${place}` },
          body: { copy, borrower, branch: testBranch },
        })
      const before = await Promise.all(copies.slice(0, 28).map((copy) => lendAt(0, copy)))
      expect(before.filter(({ status }) => status !== 201)).toEqual([])
      const replies = await Promise.all(copies.slice(28).map((copy, place) => lendAt(place, copy)))
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(2)
      const refused = replies.filter(({ status }) => status !== 201)
      expect(new Set(refused.map(({ status, body }) => `${status} ${body.because}`))).toEqual(
        new Set(['422 loanLimitReached']),
      )
    }))
})
