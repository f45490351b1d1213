import * as E from 'fp-ts/Either'
import { memoryLeases } from '../../../../adapters/processes/coordination/memory/memory-leases'
import { runIfLeaseIsFree, withLease, withLeaseOnce } from '../../../../adapters/processes/leases/with-lease'
import type { Leases } from '../../../../domain/ports/leases'

const shortDelay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5)))

/** How long a lease lasts, in ms. The timers are fake, so that no lease ends because the machine is busy. */
const leaseLength = 60_000

const leases = (): Leases => memoryLeases({ elapsed: () => Date.now() })(leaseLength)

describe('a job under a lease', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('runs once at a time, however many processes start it', async () => {
    let running = 0
    let maxRunning = 0
    const underLease = withLease(leases(), shortDelay)('keeping')
    const job = underLease(() => async () => {
      running += 1
      maxRunning = Math.max(maxRunning, running)
      await shortDelay(5)
      running -= 1
      return E.right('done')
    })
    const jobs = Promise.all([job(), job(), job()])
    await jest.advanceTimersByTimeAsync(100)
    expect(await jobs).toEqual([E.right('done'), E.right('done'), E.right('done')])
    expect(maxRunning).toBe(1)
  })

  it('keeps the lease for as long as it runs, by renewing it', async () => {
    const underLease = withLease(leases(), shortDelay)('keeping')
    const answers: Array<E.Either<unknown, boolean>> = []
    const job = underLease((holdsLease) => async () => {
      for (let checks = 0; checks < 40; checks += 1) {
        await new Promise((resolve) => setTimeout(resolve, leaseLength / 10))
        answers.push(await holdsLease())
      }
      return E.right(undefined)
    })()
    await jest.advanceTimersByTimeAsync(4 * leaseLength)
    await job
    expect(answers).toHaveLength(40)
    expect(answers).not.toContainEqual(E.right(false))
  })

  it('runs once when it is lost meanwhile, and may not be repeated', async () => {
    let now = 0
    const shared = memoryLeases({ elapsed: () => now })(leaseLength)
    const answers: Array<E.Either<unknown, boolean>> = []
    const outcome = await withLeaseOnce(shared, shortDelay)('epochs')((holdsLease) => async () => {
      now += leaseLength
      answers.push(await holdsLease())
      return E.right('done')
    })()
    expect([answers, outcome]).toEqual([[E.right(false)], E.right('done')])
  })

  it('does nothing while another process holds the lease, when it need not wait', async () => {
    const shared = leases()
    let runs = 0
    const job = runIfLeaseIsFree(shared)('epochs')(() => () => {
      runs += 1
      return Promise.resolve(E.right(undefined))
    })
    await withLease(shared, shortDelay)('epochs')(() => job)()
    expect(runs).toBe(0)
    expect([await job(), runs]).toEqual([E.right(undefined), 1])
  })

  it('releases the lease also when it throws', async () => {
    const underLease = withLease(leases(), shortDelay)('keeping')
    await expect(underLease(() => () => Promise.reject(new Error('broken')))()).rejects.toThrow('broken')
    expect(await underLease(() => () => Promise.resolve(E.right('done')))()).toEqual(E.right('done'))
  })

  it('does not start when the store of leases does not answer', async () => {
    const unavailableLeases: Leases = {
      ...leases(),
      acquire: () => () => Promise.resolve(E.left({ _tag: 'StoreUnavailable', reason: 'the server does not answer' })),
    }
    let hasStarted = false
    const job = withLease(unavailableLeases, shortDelay)('keeping')(() => () => {
      hasStarted = true
      return Promise.resolve(E.right(undefined))
    })
    expect(await job()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(hasStarted).toBe(false)
  })
})
