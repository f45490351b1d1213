import {
  acquireCopyByHttp,
  lendCopyByHttp,
  registerBorrowerByHttp,
  testBranch,
} from '../adapters/interfaces/http/http-steps'
import { casesOf, moveTo } from '../adapters/interfaces/http/offline-steps'
import {
  machineUser,
  staffUser,
  withHttpServer,
  type Json,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import { permutations } from '../fixtures/permutations'

/** What a machine did, and its day. The loan is of 5 January 2026, and due on 4 February. */
type Step = readonly ['renewal' | 'return', string]

const kroner = (amount: number): number => amount * 100

const lend = async (library: ServedLibrary) => {
  const [copy, borrower] = [await acquireCopyByHttp(library), await registerBorrowerByHttp(library)]
  return { copy, borrower, loan: (await lendCopyByHttp(library, copy, borrower)).body.loan as string }
}

type Lent = Awaited<ReturnType<typeof lend>>

const send =
  ({ send: request }: ServedLibrary, { copy, loan }: Lent) =>
  ([act, day]: Step) => {
    const actedAt = `${day}T09:00:00.000Z`
    return act === 'renewal'
      ? request('POST', `/loans/${loan}/renew`, { as: machineUser, body: { actedAt } })
      : request('POST', `/copies/${copy}/return`, { as: machineUser, body: { branch: testBranch, actedAt } })
  }

const feesOf = async ({ send: request }: ServedLibrary, { borrower }: Lent): Promise<ReadonlyArray<Json>> =>
  (await request('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body.fees

/** The fees for lateness that are owed: the day of each, and its amount in øre. */
const owedBy = async (library: ServedLibrary, lent: Lent): Promise<Json> =>
  (await feesOf(library, lent))
    .filter(({ kind, settledOn }) => kind === 'lateness' && settledOn === null)
    .map(({ leviedOn, amount }) => [leviedOn, amount])
    .toSorted()

const sendAll = async (library: ServedLibrary, lent: Lent, steps: ReadonlyArray<Step>): Promise<void> => {
  for (const step of steps) {
    const { status, body } = await send(library, lent)(step)
    expect([200, 201]).toContain(status)
    await library.send('GET', `/borrowers/${lent.borrower}/fees?after=${body.after}`, { as: staffUser })
  }
}

describe('the fees for what machines did while they were offline', () => {
  it.each<[string, ReadonlyArray<Step>, ReadonlyArray<readonly [string, number]>]>([
    [
      'a late renewal, and a return in its new period',
      [
        ['renewal', '2026-02-07'],
        ['return', '2026-02-16'],
      ],
      [['2026-02-07', kroner(20)]],
    ],
    [
      'a renewal in time, and a return in its new period',
      [
        ['renewal', '2026-02-04'],
        ['return', '2026-02-16'],
      ],
      [],
    ],
    [
      'a late return, and a renewal after it',
      [
        ['return', '2026-02-10'],
        ['renewal', '2026-02-16'],
      ],
      [['2026-02-10', kroner(20)]],
    ],
    [
      'a late renewal, another one, and a return',
      [
        ['renewal', '2026-02-06'],
        ['renewal', '2026-02-15'],
        ['return', '2026-02-17'],
      ],
      [['2026-02-06', kroner(20)]],
    ],
    [
      'a late return, a renewal after it, and another return',
      [
        ['return', '2026-02-13'],
        ['renewal', '2026-02-14'],
        ['return', '2026-02-17'],
      ],
      [['2026-02-13', kroner(60)]],
    ],
  ])('are those of their order in time, whatever the order of arrival: %s', (_steps, steps, owed) =>
    withHttpServer(async (library) => {
      const orders = permutations(steps)
      const all: Lent[] = []
      for (const _ of orders) all.push(await lend(library))
      await moveTo(library, '2026-02-18')
      for (const [index, order] of orders.entries()) {
        await sendAll(library, all[index]!, order)
        expect([order, await owedBy(library, all[index]!)]).toEqual([order, owed])
      }
    }),
  )

  it('are corrected for a renewal that was made before a bill: the bill stands, with the fee of the renewal alone', () =>
    withHttpServer(async (library) => {
      const lent = await lend(library)
      for (const day of ['2026-02-01', '2026-03-01', '2026-03-12']) await moveTo(library, day)
      expect(await owedBy(library, lent)).toEqual([['2026-03-11', kroner(230)]])
      await sendAll(library, lent, [['renewal', '2026-03-04']])
      expect(await owedBy(library, lent)).toEqual([['2026-03-04', kroner(120)]])
      expect((await feesOf(library, lent)).map(({ kind, ending }) => [kind, ending])).toContainEqual([
        'compensation',
        null,
      ])
    }))

  it('stand when they are paid, and none is levied beside them: staff have the case', () =>
    withHttpServer(async (library) => {
      const lent = await lend(library)
      await moveTo(library, '2026-02-18')
      await sendAll(library, lent, [['return', '2026-02-16']])
      const [{ fee, amount }] = (await feesOf(library, lent)) as [Json]
      const payment = { as: staffUser, body: { fees: [fee], amount, order: 'order-1' } }
      expect((await library.send('POST', `/borrowers/${lent.borrower}/payments`, payment)).status).toBe(201)
      await sendAll(library, lent, [['renewal', '2026-02-07']])
      expect(await owedBy(library, lent)).toEqual([])
      expect((await casesOf(library)).loans).toMatchObject([{ act: 'renewal', against: ['countedAsLate'] }])
    }))

  it.each<[string, string, object, ReadonlyArray<readonly [string, number]>]>([
    ['reduced', 'reduction', { by: 1000 }, [['2026-02-16', kroner(50)]]],
    ['cancelled', 'cancellation', {}, []],
    ['written off', 'write-off', {}, []],
  ])('stay as staff have decided: %s', (_decision, path, body, owed) =>
    withHttpServer(async (library) => {
      const lent = await lend(library)
      await moveTo(library, '2026-02-17')
      await sendAll(library, lent, [['return', '2026-02-16']])
      const [{ fee }] = (await feesOf(library, lent)) as [Json]
      const decision = { as: staffUser, body: { ...body, reason: 'the library was closed' } }
      expect((await library.send('POST', `/fees/${fee}/${path}`, decision)).status).toBe(200)
      await sendAll(library, lent, [['return', '2026-02-07']])
      expect(await owedBy(library, lent)).toEqual(owed)
      expect((await casesOf(library)).loans).toMatchObject([{ act: 'return', against: ['countedAsLate'] }])
    }),
  )

  it('are levied for a copy although that of another copy of the occasion was cancelled', () =>
    withHttpServer(async (library) => {
      const first = await lend(library)
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, first.borrower)).body
      const second = { ...first, copy, loan: loan as string }
      await moveTo(library, '2026-02-17')
      await sendAll(library, first, [
        ['return', '2026-02-16'],
        ['renewal', '2026-02-04'],
      ])
      expect(await owedBy(library, first)).toEqual([])
      await sendAll(library, second, [['return', '2026-02-16']])
      expect(await owedBy(library, first)).toEqual([['2026-02-16', kroner(60)]])
    }))

  it.each<[string, Step, Step, number]>([
    ['a renewal before a late return', ['return', '2026-02-24'], ['renewal', '2026-02-15'], kroner(120)],
    ['a return before a late renewal', ['renewal', '2026-02-16'], ['return', '2026-02-09'], kroner(60)],
  ])('have none beside a fee that is paid, and the borrower owes nothing: %s', (_what, first, late, paid) =>
    withHttpServer(async (library) => {
      const lent = await lend(library)
      await moveTo(library, '2026-02-01')
      await moveTo(library, first[1])
      await sendAll(library, lent, [first])
      const [fee] = await feesOf(library, lent)
      expect(fee.amount).toBe(paid)
      const body = { order: 'order-1', fees: [fee.fee], amount: paid }
      const payment = await library.send('POST', `/borrowers/${lent.borrower}/payments`, { as: staffUser, body })
      await library.send('GET', `/borrowers/${lent.borrower}/fees?after=${payment.body.after}`, { as: staffUser })
      expect(payment.status).toBe(201)
      await sendAll(library, lent, [late])
      expect(await owedBy(library, lent)).toEqual([])
      const { balance } = (await library.send('GET', `/borrowers/${lent.borrower}/fees`, { as: staffUser })).body
      expect(balance.owed).toBe(0)
      expect((await casesOf(library)).loans).not.toEqual([])
    }),
  )
})
