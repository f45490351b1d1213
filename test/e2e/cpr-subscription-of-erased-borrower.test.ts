import type { CprRegister } from '../../domain/ports/cpr-register'
import type { BorrowerId } from '../../domain/values/ids'
import { staffUser, withHttpServer, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { cprOf } from '../fixtures/cpr-register/example-persons'
import { createMemoryCprRegister } from '../fixtures/cpr-register/memory-cpr-register'
import { register, subscriptionsOf, whoIs, work } from './cpr-register-steps'

describe('the subscription of a borrower who is erased', () => {
  const erase = async (library: ServedLibrary, borrower: BorrowerId): Promise<void> => {
    expect((await library.send('DELETE', `/borrowers/${borrower}`, { as: staffUser })).status).toBe(202)
    await library.runningLibrary.retention.run()
  }

  it('ends before the number is gone', async () => {
    const office = createMemoryCprRegister()
    const seenAtEnd: unknown[] = []
    let served: ServedLibrary | undefined
    let erased: BorrowerId | undefined
    const watched: CprRegister = {
      ...office,
      unsubscribe: (cpr) => async () => {
        if (served !== undefined && erased !== undefined) seenAtEnd.push(whoIs(served, erased)?.cpr)
        return office.unsubscribe(cpr)()
      },
    }
    await withHttpServer(
      async (library) => {
        served = library
        erased = await register(library)
        expect(await subscriptionsOf(office)).toEqual([cprOf(1)])
        await erase(library, erased)
        expect(await subscriptionsOf(office)).toEqual([])
        expect(seenAtEnd).toEqual([cprOf(1)])
        expect(whoIs(library, erased)).toBeUndefined()
      },
      undefined,
      { cprRegister: watched },
    )
  })

  it('does not hold the erasure up while the register does not answer, and ends by its own list later', async () => {
    const office = createMemoryCprRegister()
    await withHttpServer(
      async (library) => {
        const borrower = await register(library)
        office.setAvailable(false)
        await erase(library, borrower)
        expect(whoIs(library, borrower)).toBeUndefined()
        office.setAvailable(true)
        expect(await subscriptionsOf(office)).toEqual([cprOf(1)])
        await work(library)
        expect(await subscriptionsOf(office)).toEqual([])
      },
      undefined,
      { cprRegister: office, alarm: () => undefined },
    )
  })

  it('ends also when the process ends between the request and the erasure', async () => {
    const office = createMemoryCprRegister()
    await withHttpServer(
      async (library) => {
        const borrower = await register(library)
        await library.send('DELETE', `/borrowers/${borrower}`, { as: staffUser })
        await work(library)
        expect(await subscriptionsOf(office)).toEqual([])
        await library.runningLibrary.retention.run()
        expect(await subscriptionsOf(office)).toEqual([])
      },
      undefined,
      { cprRegister: office },
    )
  })
})
