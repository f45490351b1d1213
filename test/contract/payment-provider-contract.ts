import { randomUUID } from 'node:crypto'
import type { PaymentProvider } from '../../domain/ports/payment-provider'
import type { Ore } from '../../domain/values/ore'
import { rightOrThrow } from '../fixtures/right-or-throw'

/** A payment service, and how an order is paid there. */
export interface PaymentProviderUnderTest {
  readonly provider: PaymentProvider
  readonly pay: (order: string) => Promise<unknown>
}

/** The contract of a payment service. */
export const paymentProviderContract = (name: string, make: () => PaymentProviderUnderTest): void => {
  describe(`a payment service: ${name}`, () => {
    const orderOf = (kroner: number) => ({
      ...{ order: randomUUID(), amount: (kroner * 100) as Ore },
      returnUrl: 'https://bibliotek.example.dk/mit/mellemvaerende/betaling',
    })

    it('creates an order once, however often it is sent, and answers the same address', async () => {
      const { provider } = make()
      const order = orderOf(20)
      const first = rightOrThrow(await provider.createOrder(order)())
      expect(rightOrThrow(await provider.createOrder(order)())).toBe(first)
      expect(first).not.toBe(rightOrThrow(await provider.createOrder(orderOf(20))()))
    })

    it('says that an order is paid once it was paid, and says so again', async () => {
      const { provider, pay } = make()
      const order = orderOf(20)
      rightOrThrow(await provider.createOrder(order)())
      await pay(order.order)
      for (const _time of [1, 2]) expect(rightOrThrow(await provider.statusOf(order)())).toBe('paid')
    })

    it('gives an address that does not tell the amount', async () => {
      const { provider } = make()
      expect(rightOrThrow(await provider.createOrder(orderOf(123_456))())).not.toContain('12345600')
    })
  })
}
