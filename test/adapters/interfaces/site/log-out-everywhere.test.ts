import { createSessionStore } from '../../../../adapters/interfaces/site/sessions/session-store'
import type { KnownCaller } from '../../../../adapters/interfaces/site/sessions/session'
import { openingKind } from '../../../../domain/use-cases/opening-entry'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withRunningLibrary } from '../../../fixtures/running-library'
import { registerBorrowerByHttp } from '../http/http-steps'
import { staffUser } from '../http/with-http-server'
import { withSite, type ServedSite } from './with-site'

const [firstChild, secondChild] = ['1', '2'].map(
  (digit) => `00000000-0000-4000-8000-00000000000${digit}` as GuardianshipId,
)

/** The session stores of two processes of one library, with a clock that a test moves. */
const withTwoProcesses = (
  use: (steps: {
    readonly begin: (process: 0 | 1, ...callers: ReadonlyArray<KnownCaller>) => Promise<string>
    readonly others: (process: 0 | 1, id: string) => Promise<number>
    readonly endAllOf: (process: 0 | 1, id: string) => Promise<void>
    readonly lives: (id: string) => Promise<ReadonlyArray<boolean>>
    readonly pass: (minutes: number) => void
  }) => Promise<void>,
): Promise<void> =>
  withRunningLibrary(async ({ shortTerm }) => {
    const start = Date.now()
    let passed = 0
    const open = () => createSessionStore(shortTerm, () => start + passed)
    const processes = [open(), open()] as const
    const sessionOf = async (process: 0 | 1, id: string) => {
      const session = rightOrThrow(await processes[process].use(id)())
      if (session === undefined) throw new Error('the session has ended')
      return session
    }
    await use({
      begin: async (process, ...callers) => rightOrThrow(await processes[process].begin({ callers, provider: null })()),
      others: async (process, id) => {
        const session = await sessionOf(process, id)
        return rightOrThrow(await processes[process].countOthers(id, session)())
      },
      endAllOf: async (process, id) => {
        const session = await sessionOf(process, id)
        rightOrThrow(await processes[process].endAllOf(session)())
      },
      lives: async (id) =>
        (await Promise.all(processes.map((one) => one.use(id)()))).map((one) => rightOrThrow(one) !== undefined),
      pass: (minutes) => void (passed += minutes * 60_000),
    })
  })

const borrower = (digit: string) =>
  ({ role: 'borrower', subject: `00000000-0000-4000-8000-0000000000a${digit}` as BorrowerId }) as const
const staff = (subject: string) => ({ role: 'staff', subject }) as const
const guardian = (...guardianships: ReadonlyArray<GuardianshipId>) => ({
  ...{ role: 'guardian' as const, subject: guardianships[0] ?? '', guardianships },
})

describe('a log-out everywhere', () => {
  it('counts and ends the sessions that the person began in any process, in every process, and nobody else’s', () =>
    withTwoProcesses(async ({ begin, others, endAllOf, lives }) => {
      for (const [person, another] of [
        [borrower('1'), borrower('2')],
        [staff('jens'), staff('anna')],
      ] as const) {
        const own = [await begin(0, person), await begin(1, person), await begin(1, person)] as const
        const foreign = await begin(0, another)
        expect([await others(0, own[0]), await others(1, own[2]), await others(1, foreign)]).toEqual([2, 2, 0])
        await endAllOf(1, own[0])
        for (const id of own) expect(await lives(id)).toEqual([false, false])
        expect(await lives(foreign)).toEqual([true, true])
      }
    }))

  it('finds a person who logged in as a guardian before a second child came, or who is a borrower too', () =>
    withTwoProcesses(async ({ begin, others, endAllOf, lives }) => {
      const before = await begin(0, guardian(secondChild!))
      const after = await begin(1, borrower('1'), guardian(firstChild!, secondChild!))
      expect([await others(0, before), await others(1, after)]).toEqual([1, 1])
      await endAllOf(0, before)
      expect(await lives(after)).toEqual([false, false])
    }))

  it('does not count a session that has ended by itself', () =>
    withTwoProcesses(async ({ begin, others, pass, lives }) => {
      const [left, used] = [await begin(0, staff('jens')), await begin(1, staff('jens'))]
      for (const minutes of [20, 20]) {
        pass(minutes)
        expect((await lives(used))[0]).toBe(true)
      }
      expect([await others(0, used), await lives(left)]).toEqual([0, [false, false]])
    }))
})

describe('the page on which somebody logs out everywhere', () => {
  const pageIn = async (browser: Awaited<ReturnType<ServedSite['openBrowserOf']>>, language = 'da') =>
    (await browser.open(`/${language}/log-ud-overalt`)).html

  it('says in how many other places a borrower is logged in, and ends them with one button', () =>
    withSite(
      () => Promise.resolve({}),
      async (site) => {
        const caller = { role: 'borrower', subject: await registerBorrowerByHttp(site) } as const
        const [here, there, home] = [
          await site.openBrowserOf(caller),
          await site.openBrowserOf(caller),
          await site.openBrowserOf(caller),
        ]
        expect((await here.open('/da/mit')).html).toContain('href="/da/log-ud-overalt"')
        expect(await pageIn(here, 'en')).toContain('in 2 other places')
        expect(await pageIn(here)).toContain('her og 2 andre steder')
        const done = await here.submit('name="everywhere"')
        expect([done.url.pathname, here.cookies.has('session')]).toEqual(['/da/log-ind', false])
        for (const browser of [here, there, home])
          expect((await browser.open('/da/mit')).url.pathname).toBe('/da/log-ind')
      },
    ))

  it('is for staff too, and leaves in place what waits for the closing of the day: who looked at a borrower', () =>
    withSite(
      () => Promise.resolve({}),
      async (site) => {
        const anna = await registerBorrowerByHttp(site)
        const path = `/borrowers/${anna}/openings`
        await site.send('POST', path, { as: staffUser, body: { reason: 'Spørgsmål' } })
        const waiting = async () => rightOrThrow(await site.runningLibrary.shortTerm.list(openingKind)()).length
        expect(await waiting()).toBe(1)
        for (const caller of [staffUser, { role: 'borrower', subject: anna }] as ReadonlyArray<KnownCaller>) {
          const [here, there] = [await site.openBrowserOf(caller), await site.openBrowserOf(caller)]
          expect(await pageIn(here)).toContain('her og 1 andet sted')
          await here.submit('name="everywhere"')
          expect((await there.open('/da/log-ud-overalt')).url.pathname).toBe('/da/log-ind')
        }
        expect(await waiting()).toBe(1)
      },
    ))

  it('ends nothing when the form is sent from another site', () =>
    withSite(
      () => Promise.resolve({}),
      async (site) => {
        const browser = await site.openBrowserOf(staffUser)
        await browser.open('/da/log-ud-overalt')
        await browser.submit('name="everywhere"', {}, { Origin: 'https://evil.example' })
        expect((await browser.open('/da/log-ud-overalt')).status).toBe(200)
      },
    ))
})
