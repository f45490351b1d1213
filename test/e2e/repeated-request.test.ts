import type { KeyedRequest } from '../crash/keyed-request'
import { sendRequest } from '../crash/send-request'
import { addCopiesAndBorrowers } from '../crash/crash-library'
import { withRunningLibrary } from '../fixtures/running-library'

const sendTwiceAtOnce = (order: Pick<KeyedRequest, 'key' | 'action'>) =>
  withRunningLibrary(async (library) => {
    await addCopiesAndBorrowers(library)
    const dated = { ...order, at: library.useCaseDependencies.commandHandling.clock.now() }
    const both = await Promise.all([sendRequest(library)(dated)(), sendRequest(library)(dated)()])
    return [...both, await sendRequest(library)(dated)()]
  })

describe('the same request under the same key', () => {
  it('registers one borrower and gets its first result, concurrently and later', async () => {
    const [first, second, third] = await sendTwiceAtOnce({ key: 'k', action: { kind: 'register', card: 'K-1' } })
    expect(first).toMatchObject({ _tag: 'Done', repeated: false })
    expect(second).toEqual({ ...first, repeated: true })
    expect(third).toEqual({ ...first, repeated: true })
  })

  it('returns a copy once, although nobody has it on loan', async () => {
    const [first, second, third] = await sendTwiceAtOnce({
      key: 'k',
      action: { kind: 'return', copy: '3000000000' as never },
    })
    expect(first).toMatchObject({ _tag: 'Done', repeated: false })
    expect(second).toEqual({ ...first, repeated: true })
    expect(third).toEqual({ ...first, repeated: true })
  })
})
