import * as E from 'fp-ts/Either'
import { createSessionStore } from '../../../../adapters/interfaces/site/sessions/session-store'
import { guardiansOf } from '../../../../adapters/interfaces/site/log-in/guardians-of-callers'
import type { KnownCaller } from '../../../../adapters/interfaces/site/sessions/session'
import type { BorrowerId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { guardianshipOf, registerChildByHttp, registerGuardianByHttp } from '../http/guardian-steps'
import { registerBorrowerByHttp } from '../http/http-steps'
import { staffUser, withHttpServer, type ServedLibrary } from '../http/with-http-server'

/** The session stores of two processes: both use the short-term store of the library. */
const inTwoProcesses = ({ runningLibrary: { shortTerm, rows } }: ServedLibrary) => {
  const [one, other] = [createSessionStore(shortTerm, Date.now), createSessionStore(shortTerm, Date.now)]
  return {
    begin: async (callers: ReadonlyArray<KnownCaller>) =>
      rightOrThrow(await one.begin({ callers, provider: null }, guardiansOf(callers)(rows))()),
    /** Whether the session lives, in each of the processes. */
    lives: async (id: string) =>
      [await one.use(id)(), await other.use(id)()].map((session) => E.isRight(session) && session.right !== undefined),
  }
}

const erase = async ({ send, runningLibrary }: ServedLibrary, borrower: BorrowerId) => {
  expect((await send('DELETE', `/borrowers/${borrower}`, { as: staffUser })).status).toBe(202)
  await runningLibrary.retention.run()
}

describe('the erasure of a borrower', () => {
  it('ends all sessions of the borrower in every process, and nobody else’s', () =>
    withHttpServer(async (library) => {
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const { begin, lives } = inTwoProcesses(library)
      const ofAnna = [
        await begin([{ role: 'borrower', subject: anna }]),
        await begin([{ role: 'borrower', subject: anna }]),
      ]
      const ofBo = await begin([{ role: 'borrower', subject: bo }])
      for (const id of [...ofAnna, ofBo]) expect(await lives(id)).toEqual([true, true])
      await erase(library, anna)
      for (const id of ofAnna) expect(await lives(id)).toEqual([false, false])
      expect(await lives(ofBo)).toEqual([true, true])
      expect(rightOrThrow(await library.runningLibrary.shortTerm.countOfSubject(anna)())).toBe(0)
    }))

  it('ends the session of the guardian too, also of one who is a borrower, or has other children', () =>
    withHttpServer(async (library) => {
      const children = [await registerChildByHttp(library), await registerChildByHttp(library)] as const
      for (const child of children) expect((await registerGuardianByHttp(library, child)).status).toBe(200)
      const guardianships = [await guardianshipOf(library, children[0]), await guardianshipOf(library, children[1])]
      const [first = '', second = ''] = guardianships
      const guardian = { role: 'guardian', subject: first, guardianships } as const
      const parent = await registerBorrowerByHttp(library)
      const { begin, lives } = inTwoProcesses(library)
      const ofGuardian = await begin([guardian])
      const ofBoth = await begin([{ role: 'borrower', subject: parent }, guardian])
      const ofOther = await begin([{ role: 'guardian', subject: second, guardianships: guardianships.slice(0, 1) }])
      for (const id of [ofGuardian, ofBoth, ofOther]) expect(await lives(id)).toEqual([true, true])
      await erase(library, children[1])
      for (const id of [ofGuardian, ofBoth]) expect(await lives(id)).toEqual([false, false])
      expect(await lives(ofOther)).toEqual([true, true])
    }))
})
