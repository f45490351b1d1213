import * as E from 'fp-ts/Either'
import { memoryLeases } from '../../../../adapters/processes/coordination/memory/memory-leases'
import { withLease } from '../../../../adapters/processes/leases/with-lease'
import type { Leases } from '../../../../domain/ports/leases'

const shortDelay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5)))

const leases = (): Leases => memoryLeases({ elapsed: () => performance.now() })(60)

describe('a job under a lease', () => {
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
    expect(await Promise.all([job(), job(), job()])).toEqual([E.right('done'), E.right('done'), E.right('done')])
    expect(maxRunning).toBe(1)
  })

  it('keeps the lease for as long as it runs, by renewing it', async () => {
    const underLease = withLease(leases(), shortDelay)('keeping')
    const answers: Array<E.Either<unknown, boolean>> = []
    await underLease((holdsLease) => async () => {
      for (let checks = 0; checks < 40; checks += 1) {
        await shortDelay(5)
        answers.push(await holdsLease())
      }
      return E.right(undefined)
    })()
    expect(answers).not.toContainEqual(E.right(false))
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
