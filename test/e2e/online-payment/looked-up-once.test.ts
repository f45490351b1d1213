/** @jest-environment ./.config/environment-with-own-modules.mjs */
import type * as PaymentQueries from '../../../projections/fees/payment-queries'
import { onlinePaymentById } from '../../../projections/fees/payment-queries'
import { borrowerUser, withHttpServer } from '../../adapters/interfaces/http/with-http-server'
import { createTestPaymentProvider } from '../../fixtures/payments/test-payment-provider'
import { levyFee } from '../../promises/lending-steps'

jest.mock('../../../projections/fees/payment-queries', () => {
  const original = jest.requireActual<typeof PaymentQueries>('../../../projections/fees/payment-queries')
  return { ...original, onlinePaymentById: jest.fn(original.onlinePaymentById) }
})

describe('a payment by the payment service', () => {
  it('is looked up once when it is confirmed, and is unknown to another borrower', () => {
    const paymentProvider = createTestPaymentProvider()
    return withHttpServer(
      async (library) => {
        const { borrower, fee } = await levyFee(library)
        const as = borrowerUser(borrower)
        const { body } = await library.send('POST', '/me/payments', { as, body: { fees: [fee] } })
        const path = `/me/payments/${String(body.payment)}/confirmation`
        paymentProvider.answer('paid')
        const other = borrowerUser('5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as never)
        expect((await library.send('POST', path, { as: other })).body.type).toContain('payment-is-unknown')
        jest.mocked(onlinePaymentById).mockClear()
        expect((await library.send('POST', path, { as })).body.status).toBe('paid')
        expect(onlinePaymentById).toHaveBeenCalledTimes(1)
      },
      undefined,
      { paymentProvider },
    )
  })
})
