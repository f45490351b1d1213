import { samePolicyEachDay } from '../../../domain/policy/policy-by-day'
import type { Day } from '../../../domain/values/day'
import {
  borrowerUser,
  machineUser,
  staffUser,
  withHttpServer,
  type Json,
  type ServedLibrary,
} from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { createTestPaymentProvider, type TestPaymentProvider } from '../../fixtures/payments/test-payment-provider'
import { levyFee } from '../../promises/lending-steps'
import { feePassedOn, pay, policyWithCollector } from '../collection/collection-steps'
import { moveClockTo } from '../use-case-steps'

type PaymentTest = (library: ServedLibrary, provider: TestPaymentProvider) => Promise<void>

const withProvider = (test: PaymentTest) => (): Promise<void> => {
  const paymentProvider = createTestPaymentProvider()
  const policy = samePolicyEachDay(policyWithCollector)
  return withHttpServer((library) => test(library, paymentProvider), undefined, { paymentProvider, policy })
}

const balanceOf = async ({ send }: ServedLibrary, borrower: string): Promise<Json> =>
  (await send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body

const start = ({ send }: ServedLibrary, borrower: string, fees: ReadonlyArray<string>) =>
  send('POST', '/me/payments', { as: borrowerUser(borrower as never), body: { fees } })

const confirm = ({ send }: ServedLibrary, borrower: string, payment: string) =>
  send('POST', `/me/payments/${payment}/confirmation`, { as: borrowerUser(borrower as never) })

const countMade = async ({ runningLibrary }: ServedLibrary): Promise<number> =>
  (await readBothLogs(runningLibrary)).events.filter(({ type }) => type === 'PaymentMade').length

describe('a borrower who pays by the payment service', () => {
  it(
    'has paid when the service confirms it, not before, and once however often it does',
    withProvider(async (library, provider) => {
      const { borrower, fee } = await levyFee(library)
      const started = await start(library, borrower, [fee])
      expect([started.status, started.body.amount, started.body.isStandIn]).toEqual([201, 2000, false])
      expect(started.body.continueAt).toBe(`https://pay.example/${provider.orders[0]?.order ?? ''}`)
      const { payment } = started.body
      expect((await confirm(library, borrower, payment)).body.status).toBe('open')
      expect(await balanceOf(library, borrower)).toMatchObject({ balance: { owed: 2000 } })
      provider.answer('paid')
      expect((await confirm(library, borrower, payment)).body.status).toBe('paid')
      expect((await confirm(library, borrower, payment)).body.status).toBe('paid')
      const { after } = (await confirm(library, borrower, payment)).body
      const paid = await library.send('GET', `/borrowers/${borrower}/fees?after=${after}`, { as: staffUser })
      expect(paid.body).toMatchObject({ balance: { owed: 0 }, fees: [{ ending: 'paid' }], reimbursements: [] })
      expect(await countMade(library)).toBe(1)
    }),
  )

  it(
    'is believed by nobody: a notice lets the library ask the service, and names an order that stands openly nowhere',
    withProvider(async (library, provider) => {
      const { borrower, fee } = await levyFee(library)
      await start(library, borrower, [fee])
      const [{ order } = { order: '' }] = provider.orders
      const notice = () => library.send('POST', '/payment-notices', { as: machineUser, body: { order } })
      expect((await notice()).status).toBe(200)
      expect(await countMade(library)).toBe(0)
      provider.answer('paid')
      expect((await notice()).status).toBe(200)
      expect((await notice()).status).toBe(200)
      expect(await countMade(library)).toBe(1)
      const unknown = { as: machineUser, body: { order: 'nobody-has-it' } }
      expect((await library.send('POST', '/payment-notices', unknown)).status).toBe(200)
      const { events } = await readBothLogs(library.runningLibrary)
      expect(JSON.stringify(events.map(({ open, metadata }) => [open, metadata]))).not.toContain(order)
    }),
  )

  it(
    'is not lost when the service does not answer: the notice is refused, so that it is sent again',
    withProvider(async (library, provider) => {
      const { borrower, fee } = await levyFee(library)
      await start(library, borrower, [fee])
      const [{ order } = { order: '' }] = provider.orders
      const notice = () => library.send('POST', '/payment-notices', { as: machineUser, body: { order } })
      provider.answer('nothing')
      expect((await notice()).status).toBe(503)
      provider.answer('paid')
      expect((await notice()).status).toBe(200)
      expect(await countMade(library)).toBe(1)
    }),
  )

  it(
    'goes on with the same order when it is started again, and cannot start another one with the same fee',
    withProvider(async (library, provider) => {
      const { borrower, fee } = await levyFee(library)
      provider.answer('nothing')
      expect((await start(library, borrower, [fee])).status).toBe(503)
      provider.answer('open')
      const [first, second] = [await start(library, borrower, [fee]), await start(library, borrower, [fee])]
      expect(second.body.payment).toBe(first.body.payment)
      expect(provider.orders).toHaveLength(1)
      expect((await start(library, borrower, [fee, fee])).body.type).toContain('fee-is-being-paid')
    }),
  )

  it(
    'starts anew when the service has refused the order: the card was declined, say',
    withProvider(async (library, provider) => {
      const { borrower, fee } = await levyFee(library)
      const first = await start(library, borrower, [fee])
      provider.answer('refused')
      const second = await start(library, borrower, [fee])
      expect([second.status, second.body.payment === first.body.payment]).toEqual([201, false])
      provider.answer('paid')
      expect((await confirm(library, borrower, second.body.payment)).body.status).toBe('paid')
      expect(new Set(provider.orders.map(({ order }) => order)).size).toBe(2)
    }),
  )

  it(
    'gets back what came twice: the fee was paid at the library before the service confirmed it',
    withProvider(async (library, provider) => {
      const { borrower, fee } = await levyFee(library)
      const { payment } = (await start(library, borrower, [fee])).body
      expect((await pay(library, borrower)).status).toBe(201)
      provider.answer('paid')
      const { after } = (await confirm(library, borrower, payment)).body
      const settled = await library.send('GET', `/borrowers/${borrower}/fees?after=${after}`, { as: staffUser })
      expect(settled.body).toMatchObject({
        fees: [{ ending: 'paid' }],
        reimbursements: [{ amount: 2000, because: 'paidTooMuch', settledOn: null }],
      })
    }),
  )

  it(
    'keeps staff from changing the fee meanwhile, and not from taking money for it',
    withProvider(async (library) => {
      const { borrower, fee } = await levyFee(library)
      await start(library, borrower, [fee])
      const body = { by: 100, reason: 'Andet' }
      const reduced = await library.send('POST', `/fees/${fee}/reduction`, { as: staffUser, body })
      expect(reduced.body.type).toContain('fee-is-being-paid')
      expect((await pay(library, borrower)).status).toBe(201)
    }),
  )

  it(
    'is forgotten three days later when nobody confirms it',
    withProvider(async (library, provider) => {
      const { borrower, fee } = await levyFee(library)
      const { payment } = (await start(library, borrower, [fee])).body
      await moveClockTo(library.runningLibrary, '2026-02-13' as Day)
      expect((await confirm(library, borrower, payment)).body.status).toBe('open')
      await moveClockTo(library.runningLibrary, '2026-02-14' as Day)
      await library.runningLibrary.retention.run()
      provider.answer('paid')
      expect((await confirm(library, borrower, payment)).status).toBe(404)
      expect((await start(library, borrower, [fee])).body.payment).not.toBe(payment)
    }),
  )

  it(
    'pays no fee of somebody else, nor one that is passed on, and asks for no payment of somebody else',
    withProvider(async (library) => {
      const { borrower, fee } = await feePassedOn(library)
      expect((await start(library, borrower, [fee])).body.type).toContain('fee-is-passed-on')
      const other = await library.send('POST', '/borrowers', {
        as: staffUser,
        body: {
          ...(await library.send('GET', '/openapi.json')).body.paths['/borrowers'].post.requestBody.content[
            'application/json'
          ].example,
        },
      })
      expect(other.status).toBe(201)
      expect((await start(library, other.body.borrower, [fee])).body.type).toContain('fee-is-not-owed')
    }),
  )
})

describe('a library without a payment service', () => {
  it('has a stand-in that says so, when it is the demo library', () =>
    withHttpServer(async (library) => {
      const { borrower, fee } = await levyFee(library)
      expect((await start(library, borrower, [fee])).body.isStandIn).toBe(true)
    }))

  it('takes no payments, and says so', () =>
    withHttpServer(
      async (library) => {
        const { borrower, fee } = await levyFee(library)
        expect((await start(library, borrower, [fee])).body.type).toContain('payments-are-not-taken')
      },
      undefined,
      { make: { clock: 'simulated', demo: false } },
    ))
})
