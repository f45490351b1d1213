import * as E from 'fp-ts/Either'
import { leasesInProcess } from '../../../../adapters/processes/coordination/memory/leases'
import { inTurn } from '../../../../adapters/processes/running/in-turn'
import type { Leases } from '../../../../domain/ports/leases'

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5)))

/** Ms. Time is the test's own, so no lease ends because the machine is busy. */
const length = 60_000

const leases = (): Leases => leasesInProcess({ elapsed: () => Date.now() })(length)

describe('work that processes do in turn', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('is done by one at a time, however many begin it', async () => {
    let atIt = 0
    let most = 0
    const turns = inTurn(leases(), soon)('keeping')
    const job = turns(() => async () => {
      atIt += 1
      most = Math.max(most, atIt)
      await soon(5)
      atIt -= 1
      return E.right('done')
    })
    const jobs = Promise.all([job(), job(), job()])
    await jest.advanceTimersByTimeAsync(100)
    expect(await jobs).toEqual([E.right('done'), E.right('done'), E.right('done')])
    expect(most).toBe(1)
  })

  it('keeps its turn for as long as it lasts, by renewing the lease', async () => {
    const turns = inTurn(leases(), soon)('keeping')
    const held: Array<E.Either<unknown, boolean>> = []
    const job = turns((hasTurn) => async () => {
      for (let looks = 0; looks < 40; looks += 1) {
        await new Promise((resolve) => setTimeout(resolve, length / 10))
        held.push(await hasTurn())
      }
      return E.right(undefined)
    })()
    await jest.advanceTimersByTimeAsync(4 * length)
    await job
    expect(held).toHaveLength(40)
    expect(held).not.toContainEqual(E.right(false))
  })

  it('gives its turn away also when it throws', async () => {
    const turns = inTurn(leases(), soon)('keeping')
    await expect(turns(() => () => Promise.reject(new Error('broken')))()).rejects.toThrow('broken')
    expect(await turns(() => () => Promise.resolve(E.right('done')))()).toEqual(E.right('done'))
  })

  it('is not begun when nobody can say whose turn it is', async () => {
    const away: Leases = {
      ...leases(),
      take: () => () => Promise.resolve(E.left({ _tag: 'StoreUnavailable', reason: 'nobody answers there' })),
    }
    let begun = false
    const job = inTurn(away, soon)('keeping')(() => () => {
      begun = true
      return Promise.resolve(E.right(undefined))
    })
    expect(await job()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(begun).toBe(false)
  })
})
