import * as TE from 'fp-ts/TaskEither'
import { closeDay } from '../../domain/use-cases/close-day'
import type { DayClosingDependencies } from '../../domain/use-cases/day-closing-error'
import type { BorrowerId } from '../../domain/values/ids'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../crash/check/read-both-logs'
import { day } from '../fixtures/example-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { moveClockTo } from './use-case-steps'

const register = async (library: ServedLibrary): Promise<BorrowerId> => {
  await acquireCopyByHttp(library)
  return registerBorrowerByHttp(library)
}

const look = async ({ send }: ServedLibrary, borrower: BorrowerId, reason: string) =>
  expect(
    (await send('POST', `/borrowers/${borrower}/name-and-address`, { as: staffUser, body: { reason } })).status,
  ).toBe(200)

const eventsOf = async ({ runningLibrary }: ServedLibrary, type: string) =>
  (await readBothLogs(runningLibrary)).events.filter((event) => event.type === type)

const waiting = async ({ runningLibrary }: ServedLibrary, borrower: BorrowerId) =>
  rightOrThrow(await runningLibrary.shortTerm.countOfSubject(borrower)())

const whoHasLooked = async ({ send }: ServedLibrary, borrower: BorrowerId) =>
  (await send('GET', '/me/data', { as: borrowerUser(borrower) })).body.kinds.accesses

const openedByStaff = { openedBy: 'staff', opened: 'nameAndAddress' }

describe('an opening of a protected record', () => {
  it('is told to the borrower with its day until the month is closed, then with its month for six months', () =>
    withHttpServer(async (library) => {
      const borrower = await register(library)
      await look(library, borrower, 'Et brev skal sendes')
      expect((await whoHasLooked(library, borrower)).status).toBe('nothing')
      await moveClockTo(library.runningLibrary, day('2026-01-08'))
      await look(library, borrower, 'Et brev skal sendes')
      await look(library, borrower, 'Adressen er forkert')
      await moveClockTo(library.runningLibrary, day('2026-01-31'))
      const { data } = await whoHasLooked(library, borrower)
      expect(
        (data.lookedAtOnDays as ReadonlyArray<{ readonly day: string; readonly reason: string }>)
          .map(({ day: on, reason }) => `${on} ${reason}`)
          .sort(),
      ).toEqual(['2026-01-05 Et brev skal sendes', '2026-01-08 Adressen er forkert', '2026-01-08 Et brev skal sendes'])
      expect(data.lookedAtOnDays[0]).toMatchObject({ ...openedByStaff, forgottenOn: '2026-01-31' })
      await moveClockTo(library.runningLibrary, day('2026-02-01'))
      const ofMonth = { ...openedByStaff, month: '2026-01', forgottenOn: '2026-07-31' }
      expect((await whoHasLooked(library, borrower)).data).toEqual({
        lookedAtOnDays: [],
        lookedAtInMonths: [
          { ...ofMonth, reason: 'Adressen er forkert' },
          { ...ofMonth, reason: 'Et brev skal sendes' },
        ],
      })
      await moveClockTo(library.runningLibrary, day('2026-08-01'))
      expect((await whoHasLooked(library, borrower)).status).toBe('nothing')
    }))

  it('is on the page of all data, in Danish and English', () =>
    withHttpServer(async (library) => {
      const borrower = await register(library)
      await look(library, borrower, 'Et brev skal sendes')
      await moveClockTo(library.runningLibrary, day('2026-01-06'))
      const page = (language: string) =>
        library.send('GET', `/me/data/page?language=${language}`, { as: borrowerUser(borrower) })
      const [danish, english] = [(await page('da')).text, (await page('en')).text]
      for (const text of ['Hvem har set mine oplysninger', 'Åbnet af', 'personale', 'beskyttet navn og adresse'])
        expect(danish).toContain(text)
      for (const text of ['Who has looked', 'Opened by', 'staff', 'Et brev skal sendes'])
        expect(english).toContain(text)
    }))

  it('is written by the closing of its day into circulation, and then waits nowhere', () =>
    withHttpServer(async (library) => {
      const borrower = await register(library)
      const before = await library.runningLibrary.logHeads()
      await look(library, borrower, 'Et brev skal sendes')
      expect(await library.runningLibrary.logHeads()).toEqual(before)
      expect(await waiting(library, borrower)).toBe(1)
      await moveClockTo(library.runningLibrary, day('2026-01-06'))
      expect(await waiting(library, borrower)).toBe(0)
      const [written] = await eventsOf(library, 'AccessRecorded')
      expect(written?.sealed).toMatchObject({
        access: {
          _tag: 'Plain',
          value: {
            borrower,
            day: '2026-01-05',
            role: 'staff',
            staffNumber: staffUser.subject,
            reason: 'Et brev skal sendes',
          },
        },
      })
      expect(JSON.stringify([written?.open, written?.metadata.stream])).not.toContain(borrower)
    }))

  it('is found by a closing that comes days later', () =>
    withHttpServer(async (library) => {
      const borrower = await register(library)
      await look(library, borrower, 'Et brev skal sendes')
      await moveClockTo(library.runningLibrary, day('2026-01-12'))
      expect(await eventsOf(library, 'AccessRecorded')).toHaveLength(1)
    }))

  it('is written once when the closing is killed before it is taken from the store, and runs again', () =>
    withHttpServer(async (library) => {
      const { useCaseDependencies, shortTerm } = library.runningLibrary
      const borrower = await register(library)
      for (const reason of ['Et brev', 'Et bud']) await look(library, borrower, reason)
      const killed: DayClosingDependencies = {
        ...useCaseDependencies,
        shortTerm: { ...shortTerm, remove: () => TE.left({ _tag: 'StoreUnavailable', reason: 'killed' } as never) },
      }
      expect((await closeDay(killed)(day('2026-01-05'))())._tag).toBe('Left')
      const wasWritten = (await eventsOf(library, 'AccessRecorded')).length
      expect([wasWritten > 0, await waiting(library, borrower)]).toEqual([true, 2])
      rightOrThrow(await closeDay(useCaseDependencies)(day('2026-01-05'))())
      rightOrThrow(await closeDay(useCaseDependencies)(day('2026-01-05'))())
      expect(await eventsOf(library, 'AccessRecorded')).toHaveLength(2)
      expect(await waiting(library, borrower)).toBe(0)
    }))

  it('leaves one view of a borrower and month, also when the closing of the month runs again', () =>
    withHttpServer(async (library) => {
      const borrower = await register(library)
      const other = await registerBorrowerByHttp(library)
      for (const reason of ['Et brev', 'Et bud']) await look(library, borrower, reason)
      await moveClockTo(library.runningLibrary, day('2026-01-31'))
      const { useCaseDependencies } = library.runningLibrary
      for (const times of [1, 2]) {
        rightOrThrow(await closeDay(useCaseDependencies)(day('2026-01-31'))())
        const views = await eventsOf(library, 'ViewWritten')
        expect([times, views.length]).toEqual([times, 1])
        expect(views[0]?.open).toMatchObject({ borrower, month: '2026-01' })
        expect(JSON.stringify(views[0])).not.toMatch(/2026-01-0|staffNumber/)
        expect(JSON.stringify(views[0])).not.toContain(other)
      }
    }))

  it('has a view of one size, however often somebody looked', () =>
    withHttpServer(async (library) => {
      const [once, often] = [await register(library), await registerBorrowerByHttp(library)]
      await look(library, once, 'Et brev skal sendes')
      for (const reason of ['Brev', 'Bud', 'Klage', 'Adressen er forkert']) await look(library, often, reason)
      await moveClockTo(library.runningLibrary, day('2026-02-01'))
      const views = await eventsOf(library, 'ViewWritten')
      expect(views).toHaveLength(2)
      expect(new Set(views.map(({ sealed }) => JSON.stringify(sealed).length)).size).toBe(1)
    }))

  it('goes with the borrower who is erased before the day is closed', () =>
    withHttpServer(async (library) => {
      const borrower = await register(library)
      await look(library, borrower, 'Et brev skal sendes')
      const erased = await library.send('DELETE', `/borrowers/${borrower}`, { as: staffUser })
      expect(erased.status).toBe(202)
      await moveClockTo(library.runningLibrary, day('2026-01-06'))
      expect(await eventsOf(library, 'AccessRecorded')).toEqual([])
    }))

  it('is listed for administrators; an auditor sees that it was there, and not of whom or why', () =>
    withHttpServer(async (library) => {
      const borrower = await register(library)
      await look(library, borrower, 'Et brev skal sendes')
      await moveClockTo(library.runningLibrary, day('2026-01-06'))
      const list = (as: typeof auditorUser) => library.send('GET', '/accesses', { as })
      expect((await list(administratorUser)).body.accesses).toMatchObject([
        {
          ...openedByStaff,
          borrower,
          day: '2026-01-05',
          reason: 'Et brev skal sendes',
          staffNumber: staffUser.subject,
        },
      ])
      const forAuditor = await list(auditorUser)
      expect(forAuditor.body.accesses).toHaveLength(1)
      for (const hidden of [borrower, 'Et brev', staffUser.subject]) expect(forAuditor.text).not.toContain(hidden)
      expect((await list(staffUser)).status).toBe(403)
    }))
})
