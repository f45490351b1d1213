import { casesOf, copyAndTwoBorrowers, lendAtMachine, todayAt } from './offline-steps'
import { staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const resolve = ({ send }: ServedLibrary, id: string, key: string) =>
  send('POST', `/offline-cases/${id}/resolve`, { as: staffUser, headers: { 'Idempotency-Key': key } })

describe('the resolution of a case of a machine that was offline', () => {
  it('answers as the first time when it is sent again with its key, and 404 with another key', () =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('08:00') })
      await lendAtMachine(library, { copy, borrower: bo, actedAt: todayAt('09:00') })
      await lendAtMachine(library, { copy, card: '2000009999', actedAt: todayAt('10:00') })
      const { loans, unmatched } = await casesOf(library)
      for (const { case: id } of [loans[0], unmatched[0]]) {
        const first = await resolve(library, id, `first-${id}`)
        expect(first.status).toBe(200)
        const again = await resolve(library, id, `first-${id}`)
        expect(again).toMatchObject({ status: 200, body: { case: id } })
        const byAnother = await resolve(library, id, `second-${id}`)
        expect(byAnother).toMatchObject({ status: 404, body: { type: 'urn:glemsom:problem:case-is-unknown' } })
      }
      expect(await casesOf(library)).toMatchObject({ loans: [], unmatched: [] })
    }))

  it('is carried out once when it is sent many times at the same moment', () =>
    withHttpServer(async (library) => {
      const { copy } = await copyAndTwoBorrowers(library)
      await lendAtMachine(library, { copy, card: '2000009999', actedAt: todayAt('10:00') })
      const { unmatched } = await casesOf(library)
      const id = unmatched[0].case as string
      const replies = await Promise.all(Array.from({ length: 10 }, () => resolve(library, id, 'the-same-key')))
      expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    }))
})
