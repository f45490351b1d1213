import { acquireCopyByHttp, lendCopyByHttp, lookUpByCard, registerBorrowerByHttp } from './http-steps'
import { machineUser, withHttpServer, staffUser } from './with-http-server'

const card = '2999999999'

describe('a machine', () => {
  it('finds nobody by a card without a PIN, nor without sending a PIN', () =>
    withHttpServer(async (library) => {
      await registerBorrowerByHttp(library, { card, pin: null })
      const ask = lookUpByCard(library, card)
      const replies = [await ask('2468'), await ask(undefined), await ask('2468', '2777777777')]
      expect(replies.map(({ status }) => status)).toEqual([422, 422, 422])
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
      expect((await library.send('POST', '/borrowers/look-up', { as: staffUser, body: { card } })).status).toBe(200)
    }))

  it('may block for the reason S only, and may not undo a loan', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const block = (reason: string) =>
        library.send('POST', `/borrowers/${anna}/blocks`, { as: machineUser, body: { reason, note: null } })
      for (const reason of ['O', 'U', 'F', 'W', 'D']) expect((await block(reason)).status).toBe(403)
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      const undone = await library.send('POST', `/loans/${loan}/undo`, {
        as: machineUser,
        body: { copy, branch: 'DK-785100' },
      })
      expect(undone.status).toBe(403)
      expect((await block('S')).status).toBe(201)
    }))
})
