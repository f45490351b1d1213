import { borrowerUser, withHttpServer } from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { createTestPaymentProvider } from '../../fixtures/payments/test-payment-provider'
import { levyFee } from '../../promises/lending-steps'

describe('a borrower who has paid, closed the browser, and of whom no notice came', () => {
  it('has paid: the library asks the service by itself, and records the payment once', () => {
    const paymentProvider = createTestPaymentProvider()
    return withHttpServer(
      async (library) => {
        const { send, runningLibrary } = library
        const countMade = async () =>
          (await readBothLogs(runningLibrary)).events.filter(({ type }) => type === 'PaymentMade').length
        const { payments } = runningLibrary
        const { borrower, fee } = await levyFee(library)
        await send('POST', '/me/payments', { as: borrowerUser(borrower), body: { fees: [fee] } })
        await payments.confirmStarted()
        expect(await countMade()).toBe(0)
        paymentProvider.answer('paid')
        await payments.confirmStarted(() => true)
        expect(await countMade()).toBe(0)
        await payments.confirmStarted()
        await payments.confirmStarted()
        expect(await countMade()).toBe(1)
      },
      undefined,
      { paymentProvider },
    )
  })
})
