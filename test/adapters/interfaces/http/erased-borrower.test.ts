import { randomUUID } from 'node:crypto'
import type { BorrowerId } from '../../../../domain/values/ids'
import { registerBorrowerByHttp } from './http-steps'
import { administratorUser, borrowerUser, withHttpServer, staffUser } from './with-http-server'

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
})
