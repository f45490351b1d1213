import { longestPinLockMs, maxWrongPins } from '../../../../adapters/interfaces/http/request-handling/wrong-pin-counter'
import { sharedMemoryStores } from '../../../fixtures/shared-memory-stores'
import { registerBorrowerByHttp } from './http-steps'
import {
  administratorUser,
  borrowerUser,
  machineUser,
  withHttpServer,
  type Reply,
  type ServedLibrary,
} from './with-http-server'

const card = '2999999999'

/** Serves one library by two processes, whose clock can be moved. */
const withTwoProcesses = async (
  use: (one: ServedLibrary, other: ServedLibrary, pass: (ms: number) => void) => Promise<void>,
): Promise<void> => {
  let now = 1
  const { storesOf } = sharedMemoryStores()
  const optionsOf = (process: string) => ({
    openPrimaryStores: () => () => Promise.resolve({ _tag: 'Right', right: storesOf(process) } as const),
    machineTime: () => now,
  })
  await withHttpServer(
    (one) => withHttpServer((other) => use(one, other, (ms) => void (now += ms)), undefined, optionsOf('other')),
    undefined,
    optionsOf('one'),
  )
}

const lookUp = ({ send }: ServedLibrary, pin: string): Promise<Reply> =>
  send('POST', '/borrowers/look-up', { as: machineUser, body: { card, pin } })

describe('two processes of one library', () => {
  it('count wrong PINs together, and the lock ends by itself in both', () =>
    withTwoProcesses(async (one, other, pass) => {
      const anna = await registerBorrowerByHttp(one, { card, pin: '2468' })
      for (let time = 0; time < maxWrongPins; time += 1)
        expect((await lookUp(time % 2 === 0 ? one : other, '1111')).status).toBe(422)
      for (const process of [one, other]) {
        const locked = await lookUp(process, '2468')
        expect([locked.status, locked.body.type]).toEqual([429, 'urn:glemsom:problem:log-in-is-locked'])
      }
      pass(longestPinLockMs)
      for (const process of [one, other]) expect((await lookUp(process, '2468')).body.borrower).toBe(anna)
    }))

  it('drop the count of both when the PIN was right in one', () =>
    withTwoProcesses(async (one, other) => {
      await registerBorrowerByHttp(one, { card, pin: '2468' })
      for (let time = 1; time < maxWrongPins; time += 1) await lookUp(one, '1111')
      expect((await lookUp(other, '2468')).status).toBe(200)
      expect((await lookUp(one, '1111')).status).toBe(422)
      expect((await lookUp(one, '2468')).status).toBe(200)
    }))

  it('count together the wrong current PINs of a borrower who changes the PIN', () =>
    withTwoProcesses(async (one, other) => {
      const anna = await registerBorrowerByHttp(one, { card, pin: '2468' })
      const change = ({ send }: ServedLibrary, currentPin: string) =>
        send('PUT', `/borrowers/${anna}/pin`, { as: borrowerUser(anna), body: { pin: '1357', currentPin } })
      for (let time = 0; time < maxWrongPins; time += 1)
        expect((await change(time % 2 === 0 ? one : other, '1111')).status).toBe(422)
      expect((await change(other, '2468')).status).toBe(429)
      expect((await change(one, '2468')).status).toBe(429)
    }))

  it('say in no log and no metric whose card is locked', () =>
    withTwoProcesses(async (one, other) => {
      const anna = await registerBorrowerByHttp(one, { card, pin: '2468' })
      for (let time = 0; time <= maxWrongPins; time += 1) await lookUp(one, '1111')
      for (const process of [one, other]) {
        const { text: metrics } = await process.send('GET', '/metrics', { as: administratorUser })
        expect(metrics).toContain('glemsom_')
        for (const text of [process.loggedText(), metrics]) {
          expect(text).not.toContain(card)
          expect(text).not.toContain(anna)
        }
      }
    }))
})
