import type { Order } from '../crash/order'
import { send } from '../crash/send'
import { furnish } from '../crash/world'
import { withSystem } from '../fixtures/system'

const twiceAtOnce = (order: Pick<Order, 'key' | 'deed'>) =>
  withSystem(async (system) => {
    await furnish(system)
    const dated = { ...order, at: system.library.desk.clock.now() }
    const both = await Promise.all([send(system)(dated)(), send(system)(dated)()])
    return [...both, await send(system)(dated)()]
  })

describe('the same request under the same key', () => {
  it('registers one borrower and answers its first result, at once and later', async () => {
    const [first, second, third] = await twiceAtOnce({ key: 'k', deed: { act: 'register', card: 'K-1' } })
    expect(first).toMatchObject({ _tag: 'Done', repeated: false })
    expect(second).toEqual({ ...first, repeated: true })
    expect(third).toEqual({ ...first, repeated: true })
  })

  it('takes a copy back once, although nobody has it on loan', async () => {
    const [first, second, third] = await twiceAtOnce({ key: 'k', deed: { act: 'return', copy: '3000000000' as never } })
    expect(first).toMatchObject({ _tag: 'Done', repeated: false })
    expect(second).toEqual({ ...first, repeated: true })
    expect(third).toEqual({ ...first, repeated: true })
  })
})
