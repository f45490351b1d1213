import { createFormTokens } from '../../../../adapters/interfaces/site/sessions/form-tokens'
import { createSessionStore } from '../../../../adapters/interfaces/site/sessions/session-store'
import type { BorrowerId, GuardianId, GuardianshipId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withRunningLibrary } from '../../../fixtures/running-library'

const minute = 60_000
const anna = { role: 'borrower', subject: '00000000-0000-4000-8000-000000000001' as BorrowerId } as const
const who = { callers: [anna], provider: null }

/** Two processes of a library, with a clock that a test moves. */
const withTwoProcesses = (
  use: (
    processes: readonly [ReturnType<typeof createSessionStore>, ReturnType<typeof createSessionStore>],
    pass: (minutes: number) => void,
  ) => Promise<void>,
): Promise<void> =>
  withRunningLibrary(async ({ shortTerm }) => {
    let passed = 0
    const start = Date.now()
    const open = () => createSessionStore(shortTerm, () => start + passed)
    await use([open(), open()], (minutes) => void (passed += minutes * minute))
  })

describe('a session', () => {
  it('lives as long as it is used every half hour, and eight hours at most', () =>
    withTwoProcesses(async ([one], pass) => {
      const id = rightOrThrow(await one.begin(who)())
      let minutes = 0
      while (rightOrThrow(await one.use(id)()) !== undefined && minutes < 1000) {
        pass(20)
        minutes += 20
      }
      expect(minutes).toBe(8 * 60)
    }))

  it('has room for a borrower who is the guardian of twenty children', () =>
    withTwoProcesses(async ([one, other]) => {
      const ids = <Id>(first: string) =>
        Array.from({ length: 20 }, (_, n) => `${first}0000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Id)
      const guardianships = ids<GuardianshipId>('a')
      const guardian = { role: 'guardian', subject: guardianships[0]!, guardianships, hasMoreChildren: true } as const
      const guardians = ids<GuardianId>('b')
      const begun = rightOrThrow(await one.begin({ callers: [anna, guardian], provider: 'borrowers' }, guardians)())
      expect(rightOrThrow(await other.use(begun)())).toMatchObject({ callers: [anna, guardian], guardians })
    }))

  it('ends after half an hour without use', () =>
    withTwoProcesses(async ([one, other], pass) => {
      const id = rightOrThrow(await one.begin(who)())
      pass(29)
      expect(rightOrThrow(await other.use(id)())?.callers).toEqual([anna])
      pass(30)
      expect(rightOrThrow(await one.use(id)())).toBeUndefined()
    }))

  it('is ended in every process by one log-out, and is not written back by a request that runs beside it', () =>
    withTwoProcesses(async ([one, other], pass) => {
      const id = rightOrThrow(await one.begin(who)())
      pass(5)
      await Promise.all([other.use(id)(), one.end(id)(), other.use(id)()])
      pass(1)
      for (const process of [one, other]) expect(rightOrThrow(await process.use(id)())).toBeUndefined()
    }))

  it('is ended with all others of the person when they log out everywhere', () =>
    withTwoProcesses(async ([one, other]) => {
      const ids = [rightOrThrow(await one.begin(who)()), rightOrThrow(await other.begin(who)())]
      const session = rightOrThrow(await one.use(ids[0]!)())!
      rightOrThrow(await one.endAllOf(session)())
      for (const id of ids) expect(rightOrThrow(await other.use(id)())).toBeUndefined()
    }))
})

describe('the token of a form', () => {
  const [one, other] = [createFormTokens(new Uint8Array(32)), createFormTokens(new Uint8Array(32))]

  it('is accepted in every process for its own session, and for no other', () => {
    const token = one.make('a')
    expect([other.isOf('a', token), other.isOf('b', token)]).toEqual([true, false])
  })

  it('is another text each time, and none of its bits may change', () => {
    const token = one.make('a')
    expect(one.make('a')).not.toBe(token)
    const bytes = Buffer.from(token, 'base64url')
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes)
      changed[place]! ^= 1
      expect(one.isOf('a', changed.toString('base64url'))).toBe(false)
    }
    for (const wrong of [undefined, '', [token], `${token}AAAA`]) expect(one.isOf('a', wrong)).toBe(false)
  })
})
