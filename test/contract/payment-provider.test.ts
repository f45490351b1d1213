import { standInPaymentProvider } from '../../adapters/outside/payment/stand-in-payment-provider'
import { createTestPaymentProvider } from '../fixtures/payments/test-payment-provider'
import { paymentProviderContract } from './payment-provider-contract'

paymentProviderContract('the stand-in of the demo library', () => ({
  provider: standInPaymentProvider,
  pay: () => Promise.resolve(),
}))

paymentProviderContract('the one of the tests', () => {
  const provider = createTestPaymentProvider()
  return {
    provider,
    pay: () => {
      provider.answer('paid')
      return Promise.resolve()
    },
  }
})

describe('the stand-in', () => {
  it('says that it is one', () => {
    expect(standInPaymentProvider.isStandIn).toBe(true)
  })
})
