import { randomUUID } from 'node:crypto'
import { maxWrongPins } from '../../../../adapters/interfaces/http/request-handling/wrong-pin-counter'
import { readBothLogs } from '../../../crash/check/read-both-logs'
import { registerBorrowerByHttp } from './http-steps'
import { withPolicies } from './policy-steps'
import {
  auditorUser,
  borrowerUser,
  machineUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

const [card, pin] = ['2999999999', '2468']

const read = ({ send }: ServedLibrary, borrower: string) =>
  send('GET', `/borrowers/${borrower}/net-media`, { as: machineUser })

const lookUp = ({ send }: ServedLibrary, body: object, as = machineUser) =>
  send('POST', '/net-media/look-up', { as, body })

const mayUse = async (library: ServedLibrary, borrower: string): Promise<boolean> =>
  (await read(library, borrower)).body.mayUse

describe('the right to use net media', () => {
  it('is that of the municipality of residence, by the policy in force', () =>
    withPolicies({ netMedia: { municipalities: ['851'] } }, {}, async (library) => {
      const [aalborg, rebild] = [
        await registerBorrowerByHttp(library, { municipality: '851' }),
        await registerBorrowerByHttp(library, { municipality: '840' }),
      ]
      expect([await mayUse(library, aalborg), await mayUse(library, rebild)]).toEqual([true, false])
      const shown = (await library.send('GET', '/policy')).body.values.netMedia
      expect(shown).toEqual({ municipalities: ['851'] })
    }))

  it('ends with a block, and comes back when it is lifted', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { municipality: '840' })
      expect(await mayUse(library, anna)).toBe(true)
      const blocks = `/borrowers/${anna}/blocks`
      const { block } = (await library.send('POST', blocks, { as: staffUser, body: { reason: 'U', note: null } })).body
      expect(await mayUse(library, anna)).toBe(false)
      await library.send('DELETE', `${blocks}/${String(block)}`, { as: staffUser })
      expect(await mayUse(library, anna)).toBe(true)
    }))

  it('is answered with yes or no and nothing of the person, the same no for who is blocked, unknown or erased', () =>
    withHttpServer(async (library) => {
      const [blocked, erased] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const body = { reason: 'U', note: null }
      await library.send('POST', `/borrowers/${blocked}/blocks`, { as: staffUser, body })
      await library.send('DELETE', `/borrowers/${erased}`, { as: staffUser })
      const beforeErasure = await read(library, erased)
      await library.runningLibrary.retention.run()
      const replies = [beforeErasure, await read(library, erased), await read(library, blocked)]
      replies.push(await read(library, randomUUID()))
      expect(replies.map(({ status, text }) => [status, text])).toEqual(replies.map(() => [200, '{"mayUse":false}']))
    }))

  it('is looked up by a machine with card and PIN; a wrong PIN, an unknown card and a card without PIN get the same no', () =>
    withHttpServer(async (library) => {
      await registerBorrowerByHttp(library, { card, pin })
      const answerTo = async (body: object) => {
        const { status, body: answer } = await lookUp(library, body)
        return [status, Object.keys(answer).sort(), answer.mayUse]
      }
      const members = ['after', 'mayUse']
      expect(await answerTo({ card, pin })).toEqual([200, members, true])
      for (const wrong of [{ card, pin: '1111' }, { card: '2999999998', pin }, { card }])
        expect(await answerTo(wrong)).toEqual([200, members, false])
    }))

  it('is looked up by staff with a borrower number, and by a machine not', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const { record } = (await library.send('GET', `/borrowers/${anna}`, { as: staffUser })).body
      expect((await lookUp(library, { number: record.number }, staffUser)).body.mayUse).toBe(true)
      expect((await lookUp(library, { number: record.number })).status).toBe(403)
      expect((await lookUp(library, {})).status).toBe(400)
    }))

  it('is not looked up with a locked card: wrong PINs count as they do when a borrower is looked up', () =>
    withHttpServer(async (library) => {
      await registerBorrowerByHttp(library, { card, pin })
      for (let wrong = 0; wrong < maxWrongPins; wrong += 1) await lookUp(library, { card, pin: '1111' })
      expect((await lookUp(library, { card, pin })).status).toBe(429)
      const body = { card, pin }
      expect((await library.send('POST', '/borrowers/look-up', { as: machineUser, body })).status).toBe(429)
    }))

  it('is told to programs and staff only', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      for (const as of [auditorUser, borrowerUser(anna)])
        expect((await library.send('GET', `/borrowers/${anna}/net-media`, { as })).status).toBe(403)
    }))

  it('leaves no event and no line in the log of the service', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card, pin })
      const before = await readBothLogs(library.runningLibrary)
      await read(library, anna)
      await lookUp(library, { card, pin })
      await lookUp(library, { card, pin: '1111' })
      expect(await readBothLogs(library.runningLibrary)).toEqual(before)
      expect(library.loggedText()).toBe('')
    }))
})
