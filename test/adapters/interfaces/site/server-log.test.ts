import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Day } from '../../../../domain/values/day'
import { readBothLogs } from '../../../crash/check/read-both-logs'
import { acquireOneCopy, moveClockTo } from '../../../e2e/use-case-steps'
import { day } from '../../../fixtures/example-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { registerBorrowerByHttp } from '../http/http-steps'
import { administratorUser, auditorUser, borrowerUser, staffUser } from '../http/with-http-server'
import { closeFirstDay, firefox, logAddresses, prepareLibrary, visit } from './server-log-steps'
import { withSite, type ServedSite } from './with-site'

const openLogOf = ({ send }: ServedSite, of: string, as = administratorUser, body: unknown = { reason: 'Angreb' }) =>
  send('POST', `/server-log/${of}/openings`, { as, body })

const eventsOf = async ({ runningLibrary }: ServedSite, type: string) =>
  (await readBothLogs(runningLibrary)).events.filter((event) => event.type === type)

describe('the server log of the website', () => {
  it('holds address, browser and hour of requests to pages that need a log-in; no page, no session, no text of the browser', () =>
    withSite(prepareLibrary, async (site) => {
      const browser = await site.openBrowserOf({ role: 'borrower', subject: await registerBorrowerByHttp(site) })
      await browser.open('/da/mit', { 'user-agent': firefox })
      await visit(site, '/en/mit')
      await closeFirstDay(site)
      const [written] = await eventsOf(site, 'ServerLogWritten')
      const line = { address: '127.0.0.1', browser: 'Firefox 133', requests: 2 }
      expect(written?.sealed).toEqual({ serverLog: { _tag: 'Plain', value: { hour: 13, lines: [line] } } })
      const opened = await openLogOf(site, '2026-01-05')
      expect(opened.body).toMatchObject({ day: '2026-01-05', lines: [{ hour: 13, ...line }] })
      for (const hidden of ['/mit', browser.cookies.get('session') ?? '', 'Gecko', 'Linux'])
        expect(JSON.stringify(written)).not.toContain(hidden)
    }))

  it('holds the requests to log in, to register and to log out', () =>
    withSite(prepareLibrary, async (site) => {
      const paths = ['/da/log-ind', '/en/log-ind/forlaeng', '/log-ind/svar', '/log-ind/logget-ud', '/da/log-ind/opret']
      for (const where of paths) await visit(site, where)
      await closeFirstDay(site)
      expect((await openLogOf(site, '2026-01-05')).body.lines).toMatchObject([{ requests: paths.length }])
    }))

  it('holds nothing of pages for anyone, of the files of the site, and of the interface of programs', () =>
    withSite(prepareLibrary, async (site) => {
      for (const where of ['/da/', '/en/', '/', '/assets/site.css', '/branches', '/titles/52557240'])
        await visit(site, where)
      await site.send('GET', '/holds', { as: administratorUser })
      await closeFirstDay(site)
      expect(await eventsOf(site, 'ServerLogWritten')).toEqual([])
      expect((await openLogOf(site, '2026-01-05')).status).toBe(404)
    }))

  it('does not tell in which order people came', () =>
    withSite(prepareLibrary, async (site) => {
      logAddresses(site, 40)
      await closeFirstDay(site)
      const [written] = await eventsOf(site, 'ServerLogWritten')
      const { lines } = (written?.sealed as { serverLog: { value: { lines: ReadonlyArray<{ address: string }> } } })
        .serverLog.value
      const inOrder = Array.from({ length: 40 }, (_, number) => `198.51.100.${String(number)}`)
      const stored = lines.map(({ address }) => address)
      expect([...stored].sort()).toEqual([...inOrder].sort())
      expect(stored).not.toEqual(inOrder)
    }))

  it('writes nothing to a log before its day is closed', () =>
    withSite(prepareLibrary, async (site) => {
      const before = await site.runningLibrary.logHeads()
      logAddresses(site, 3)
      await visit(site, '/da/mit')
      rightOrThrow(await site.runningLibrary.serverLog.storeAll())
      expect(await site.runningLibrary.logHeads()).toEqual(before)
    }))

  it('is opened by administrators alone, with a reason, and each opening is listed for the data protection officer', () =>
    withSite(prepareLibrary, async (site) => {
      logAddresses(site, 1)
      await closeFirstDay(site)
      for (const as of [staffUser, auditorUser, borrowerUser(await registerBorrowerByHttp(site))])
        expect((await openLogOf(site, '2026-01-05', as)).status).toBe(403)
      for (const body of [{}, { reason: ' ' }, { reason: 'CPR 010190-1234' }])
        expect((await openLogOf(site, '2026-01-05', administratorUser, body)).status).toBe(400)
      expect((await openLogOf(site, '2026-01-04')).status).toBe(404)
      expect(await eventsOf(site, 'ServerLogOpened')).toEqual([])
      const { status, body } = await openLogOf(site, '2026-01-05')
      expect(status).toBe(200)
      const list = (as: typeof auditorUser) => site.send('GET', `/server-log/openings?after=${body.after}`, { as })
      expect((await list(administratorUser)).body.openings).toMatchObject([
        {
          ...{ openedOn: '2026-01-06', day: '2026-01-05', forgottenOn: '2026-07-31' },
          ...{ openedBy: administratorUser.subject, reason: 'Angreb' },
        },
      ])
      const forOfficer = await list(auditorUser)
      expect(forOfficer.body.openings).toMatchObject([{ openedOn: '2026-01-06', day: '2026-01-05' }])
      expect(forOfficer.text).not.toContain('Angreb')
      expect((await list(staffUser)).status).toBe(403)
      const days = await site.send('GET', '/server-log', { as: auditorUser })
      expect(days.body.days).toEqual([{ day: '2026-01-05', forgottenOn: '2026-02-04' }])
      expect(days.text + forOfficer.text).not.toContain('198.51.100')
    }))

  it('is gone 30 days later: the day says so, and the counts stay', () =>
    withSite(prepareLibrary, async (site) => {
      logAddresses(site, 6)
      await moveClockTo(site.runningLibrary, day('2026-02-04'))
      expect((await openLogOf(site, '2026-01-05')).body.lines).toHaveLength(6)
      await moveClockTo(site.runningLibrary, day('2026-02-05'))
      expect((await openLogOf(site, '2026-01-05')).status).toBe(410)
      await site.runningLibrary.catchUpReadModels()
      expect((await site.send('GET', '/server-log', { as: auditorUser })).body.days).toEqual([])
      const counted = await site.send('GET', '/statistics/website/2026-01', { as: staffUser })
      expect(counted.body.browsers).toEqual([{ browser: 'Firefox 133', visitors: 6 }])
    }))

  it('names no address in a line of the process or in a metric', () =>
    withSite(prepareLibrary, async (site) => {
      await visit(site, '/da/mit')
      logAddresses(site, 3)
      await closeFirstDay(site)
      await openLogOf(site, '2026-01-05')
      const metrics = await (await fetch(`${site.url}/metrics`)).text()
      for (const address of ['127.0.0.1', '198.51.100']) expect(site.loggedText() + metrics).not.toContain(address)
    }))
})

const filesBelow = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? filesBelow(file) : statSync(file).isFile() ? [file] : []
  })

describe('an address of the server log', () => {
  it('is in no file of the library, neither while it is kept nor afterwards', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await acquireOneCopy(library)
      const [address, to] = ['203.0.113.99', (date: string) => moveClockTo(library, date as Day)]
      const holders = () => filesBelow(path.dirname(folder)).filter((file) => readFileSync(file).includes(address))
      try {
        library.serverLog.logRequest(address, 'Firefox 133')
        await to('2026-01-06')
        await library.catchUpReadModels()
        expect(holders()).toEqual([])
        const tells = async () => JSON.stringify((await readBothLogs(library)).events).includes(address)
        expect(await tells()).toBe(true)
        await to('2026-02-05')
        expect([await tells(), holders()]).toEqual([false, []])
      } finally {
        await library.close()
      }
    }))
})
