import { randomUUID } from 'node:crypto'
import type { BorrowerId } from '../../../../domain/values/ids'
import { register } from './desk'
import { administrator, reader, served, staff } from './serve'

describe('somebody who has been erased', () => {
  it('is a stranger to whoever asks for it again, and until then is told the same as the first time', () =>
    served(async ({ send, ...library }) => {
      const anna = await register({ send, ...library })
      const nobody = randomUUID() as BorrowerId
      const forget = (borrower: BorrowerId, as = staff) => send('DELETE', `/borrowers/${borrower}`, { as })
      expect((await forget(anna, reader(anna))).status).toBe(202)
      expect((await forget(anna, reader(anna))).status).toBe(202)
      expect((await forget(anna)).status).toBe(202)
      await send('POST', '/retention/runs', { as: administrator })
      for (const [erased, stranger] of [
        [await forget(anna), await forget(nobody)],
        [await forget(anna, reader(anna)), await forget(nobody, reader(nobody))],
      ] as const) {
        expect(erased.status).toBe(404)
        expect(erased.text).toBe(stranger.text)
      }
    }))
})
