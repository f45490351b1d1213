import { borrowerUser, staffUser, withHttpServer } from '../../adapters/interfaces/http/with-http-server'
import { createTestPaymentProvider } from '../../fixtures/payments/test-payment-provider'
import { levyFee } from '../../promises/lending-steps'

describe('a fee whose borrower has begun to pay it by the payment service', () => {
  it('is not changed by staff while the service may still say that it was paid, and is once it has refused the order', () => {
    const paymentProvider = createTestPaymentProvider()
    return withHttpServer(
      async (library) => {
        const { send } = library
        const { borrower, fee } = await levyFee(library)
        await send('POST', '/me/payments', { as: borrowerUser(borrower), body: { fees: [fee] } })
        const reduce = async () => {
          const { status } = await send('POST', `/fees/${fee}/reduction`, {
            ...{ as: staffUser, body: { by: 100, reason: 'Andet' } },
          })
          return status
        }
        expect(await reduce()).toBe(409)
        paymentProvider.answer('nothing')
        expect(await reduce()).toBe(409)
        paymentProvider.answer('refused')
        expect(await reduce()).toBe(200)
      },
      undefined,
      { paymentProvider },
    )
  })
})
