import {
  acquireCopyByHttp,
  lendCopyByHttp,
  registerBorrowerByHttp,
  testBranch,
} from '../adapters/interfaces/http/http-steps'
import {
  administratorUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'

/** The library under test begins on 2026-01-05: a loan of that day is due on 2026-02-04. */
const firstDueDay = '2026-02-04'
const kroner = (amount: number): number => amount * 100

const steps = (library: ServedLibrary) => {
  const { send } = library
  const forwardTo = (to: string) => send('POST', '/clock/forward', { as: administratorUser, body: { to } })
  const lend = async (borrower: string, overrides: object = {}) => {
    const copy = await acquireCopyByHttp(library, overrides)
    const { loan, dueOn } = (await lendCopyByHttp(library, copy, borrower)).body
    expect(dueOn).toBe(firstDueDay)
    return { copy, loan }
  }
  const renew = async (loan: string) => send('POST', `/loans/${loan}/renew`, { as: staffUser, body: {} })
  const takeBack = (copy: string) =>
    send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
  const feesOf = async (borrower: string, after: string) =>
    (await send('GET', `/borrowers/${borrower}/fees?after=${after}`, { as: staffUser })).body
  return { forwardTo, lend, renew, takeBack, feesOf }
}

describe('a late renewal', () => {
  it('levies the fee for its lateness, and the return in time of the new period owes nothing', () =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, renew, takeBack, feesOf } = steps(library)
      const anna = await registerBorrowerByHttp(library)
      const { copy, loan } = await lend(anna)
      await forwardTo('2026-03-10')
      const renewed = (await renew(loan)).body
      const fees = await feesOf(anna, renewed.after)
      expect(fees).toMatchObject({
        balance: { owed: kroner(230) },
        fees: [{ kind: 'lateness', amount: kroner(230), leviedOn: '2026-03-10', items: [{ copy, daysOverdue: 34 }] }],
      })
      expect((await feesOf(anna, (await takeBack(copy)).body.after)).fees).toEqual(fees.fees)
    }))

  it('blocks the next loan at once when its fee reaches the debt limit', () =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, renew } = steps(library)
      const anna = await registerBorrowerByHttp(library)
      const { loan } = await lend(anna)
      await forwardTo('2026-03-10')
      await renew(loan)
      const refused = await lendCopyByHttp(library, await acquireCopyByHttp(library), anna)
      expect(refused).toMatchObject({ status: 422, body: { because: 'debtOverLimit' } })
    }))

  it('shares the fee of its occasion with another late renewal and a late return of the day', () =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, renew, takeBack, feesOf } = steps(library)
      const anna = await registerBorrowerByHttp(library)
      const [first, second, third] = [await lend(anna), await lend(anna), await lend(anna)]
      await forwardTo('2026-02-14')
      await renew(first.loan)
      await renew(second.loan)
      const { fees } = await feesOf(anna, (await takeBack(third.copy)).body.after)
      expect(fees).toMatchObject([{ amount: kroner(60), items: [first, second, third].map(({ copy }) => ({ copy })) }])
    }))

  it('and a late return of the renewed loan levy a fee each', () =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, renew, takeBack, feesOf } = steps(library)
      const anna = await registerBorrowerByHttp(library)
      const { copy, loan } = await lend(anna)
      await forwardTo('2026-02-07')
      expect((await renew(loan)).body.dueOn).toBe('2026-03-09')
      await forwardTo('2026-03-19')
      const { fees } = await feesOf(anna, (await takeBack(copy)).body.after)
      expect(fees.map(({ amount }: { readonly amount: number }) => amount)).toEqual([kroner(20), kroner(60)])
    }))

  it('several times in a row levies a fee each time', () =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, renew, feesOf } = steps(library)
      const anna = await registerBorrowerByHttp(library)
      const { loan } = await lend(anna)
      await forwardTo('2026-02-07')
      await renew(loan)
      await forwardTo('2026-03-12')
      const { fees } = await feesOf(anna, (await renew(loan)).body.after)
      expect(fees.map(({ amount }: { readonly amount: number }) => amount)).toEqual([kroner(20), kroner(20)])
    }))

  it.each([
    ['of a child', { birthDate: '2020-05-01' }, 30],
    ['of an adult', {}, 60],
    ['of a borrower of a group without fees', { group: 'staff' }, 0],
  ])('%s levies the fee of its row of the table', (_whose, overrides, owed) =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, renew, feesOf } = steps(library)
      const borrower = await registerBorrowerByHttp(library, overrides)
      const { loan } = await lend(borrower)
      await forwardTo('2026-02-14')
      const renewed = await renew(loan)
      expect((await feesOf(borrower, renewed.body.after)).balance.owed).toBe(kroner(owed))
    }),
  )

  it('is denied when the copy is billed as lost, and the fee of the bill stays the only one', () =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, renew } = steps(library)
      const anna = await registerBorrowerByHttp(library)
      const { loan } = await lend(anna)
      await forwardTo('2026-03-12')
      expect(await renew(loan)).toMatchObject({ status: 409, body: { because: 'loanEnded' } })
      const { fees } = (await library.send('GET', `/borrowers/${anna}/fees`, { as: staffUser })).body
      expect(fees.map(({ kind }: { readonly kind: string }) => kind).sort()).toEqual(['compensation', 'lateness'])
    }))

  it('levies a fee that a bill for the renewed loan adds to', () =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, renew } = steps(library)
      const anna = await registerBorrowerByHttp(library)
      const { loan } = await lend(anna)
      await forwardTo('2026-02-07')
      await renew(loan)
      await forwardTo('2026-04-14')
      const { fees } = (await library.send('GET', `/borrowers/${anna}/fees`, { as: staffUser })).body
      expect(fees.map(({ amount }: { readonly amount: number }) => amount).sort()).toEqual(
        [kroner(20), kroner(230), kroner(249 + 50)].sort(),
      )
    }))

  it('that is sent twice levies its fee once', () =>
    withHttpServer(async (library) => {
      const { forwardTo, lend, feesOf } = steps(library)
      const anna = await registerBorrowerByHttp(library)
      const { loan } = await lend(anna)
      await forwardTo('2026-02-14')
      const again = () =>
        library.send('POST', `/loans/${loan}/renew`, {
          as: staffUser,
          headers: { 'Idempotency-Key': 'renewal-1' },
          body: {},
        })
      await again()
      expect((await feesOf(anna, (await again()).body.after)).fees).toHaveLength(1)
    }))
})
