import { randomUUID } from 'node:crypto'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import type { BorrowerId } from '../../../../domain/values/ids'
import { registerBorrowerByHttp } from './http-steps'
import { administratorUser, borrowerUser, withHttpServer, staffUser } from './with-http-server'

/** The paths at which a borrower reads what is held of them. */
const ownReads = routes
  .filter(({ method, roles }) => method === 'get' && roles !== 'anyone' && roles.includes('borrower'))
  .map(({ path }) => path)
  .filter((path) => /^\/(?:me|borrowers\/:borrower)(?:\/[a-z/-]+)?$/.test(path))

describe('an erased borrower', () => {
  it('is answered like an unknown one, and a repeated request before the erasure gets the first answer', () =>
    withHttpServer(async ({ send, ...library }) => {
      const anna = await registerBorrowerByHttp({ send, ...library })
      const nobody = randomUUID() as BorrowerId
      const erase = (borrower: BorrowerId, as = staffUser) => send('DELETE', `/borrowers/${borrower}`, { as })
      expect((await erase(anna, borrowerUser(anna))).status).toBe(202)
      expect((await erase(anna, borrowerUser(anna))).status).toBe(202)
      expect((await erase(anna)).status).toBe(202)
      await send('POST', '/retention/runs', { as: administratorUser })
      for (const [erased, unknownBorrower] of [
        [await erase(anna), await erase(nobody)],
        [await erase(anna, borrowerUser(anna)), await erase(nobody, borrowerUser(nobody))],
      ] as const) {
        expect(erased.status).toBe(404)
        expect(erased.text).toBe(unknownBorrower.text)
      }
    }))

  it('is answered as unknown by everything that a borrower reads of themselves', () =>
    withHttpServer(async ({ send, ...library }) => {
      const anna = await registerBorrowerByHttp({ send, ...library })
      const as = borrowerUser(anna)
      const ask = async () =>
        Promise.all(
          ownReads.map(async (path) => [path, (await send('GET', path.replace(':borrower', anna), { as })).status]),
        )
      expect(ownReads).toEqual(expect.arrayContaining(['/me', '/me/payments', '/me/renewals', '/borrowers/:borrower']))
      expect(await ask()).toEqual(ownReads.map((path) => [path, 200]))
      await send('DELETE', `/borrowers/${anna}`, { as })
      await send('POST', '/retention/runs', { as: administratorUser })
      expect(await ask()).toEqual(ownReads.map((path) => [path, 404]))
    }))
})
