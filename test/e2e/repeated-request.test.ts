import type { KeyedRequest } from '../crash/keyed-request'
import { sendRequest } from '../crash/send-request'
import { addCopiesAndBorrowers } from '../crash/crash-library'
import { withRunningLibrary } from '../fixtures/running-library'

const sendTwiceAtOnce = (order: Pick<KeyedRequest, 'key' | 'action'>) =>
  withRunningLibrary(async (library) => {
    await addCopiesAndBorrowers(library)
    const dated = { ...order, at: library.useCaseDependencies.commandHandling.clock.now() }
    const both = await Promise.all([sendRequest(library)(dated)(), sendRequest(library)(dated)()])
    return { both, later: await sendRequest(library)(dated)() }
  })

/** Either of two requests at once may be the first. */
const expectOneResult = ({ both, later }: Awaited<ReturnType<typeof sendTwiceAtOnce>>): void => {
  const [first, ...more] = both.filter((answer) => answer._tag === 'Done' && !answer.repeated)
  expect(first).toMatchObject({ _tag: 'Done', repeated: false })
  expect(more).toEqual([])
  for (const answer of [...both, later]) if (answer !== first) expect(answer).toEqual({ ...first, repeated: true })
}

describe('the same request under the same key', () => {
  it('registers one borrower and gets its first result, concurrently and later', async () => {
    expectOneResult(await sendTwiceAtOnce({ key: 'k', action: { kind: 'register', card: 'K-1' } }))
  })

  it('returns a copy once, although nobody has it on loan', async () => {
    expectOneResult(await sendTwiceAtOnce({ key: 'k', action: { kind: 'return', copy: '3000000000' as never } }))
  })
})
