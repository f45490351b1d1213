import Database from 'better-sqlite3-multiple-ciphers'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { addDays, type Day } from '../../../domain/values/day'
import { verifyCertificate } from '../../../retention/certificates/verify-certificate'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { acquireOneCopy, homeBranch, oneCopy } from '../../e2e/use-case-steps'
import { openingDay, openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { runCli } from './cli/run-cli'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http/http-steps'
import { administratorUser, auditorUser, staffUser, withHttpServer, type ServedLibrary } from './http/with-http-server'

const forwardTo = (to: Day, { send }: ServedLibrary) =>
  send('POST', '/clock/forward', { as: administratorUser, body: { to } })

/** Lends and returns a copy, and moves the clock until the loan is forgotten. Answers the copy and its loan. */
const eraseOneLoan = async (library: ServedLibrary) => {
  const copy = await acquireCopyByHttp(library)
  const borrower = await registerBorrowerByHttp(library)
  const { loan } = (await lendCopyByHttp(library, copy, borrower)).body as { readonly loan: string }
  await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
  await forwardTo(addDays(32)(openingDay), library)
  return { copy, loan, borrower }
}

describe('whether a part is living, erased or damaged', () => {
  it('is the same answer for every role; only the content of a living part is withheld', () =>
    withHttpServer(async (library) => {
      const { copy, borrower } = await eraseOneLoan(library)
      await lendCopyByHttp(library, copy, borrower)
      const loansSeenBy = async (as: typeof staffUser) => {
        const { events } = (await library.send('GET', `/streams/circulation/copy-${copy}`, { as })).body as {
          readonly events: ReadonlyArray<{ readonly type: string; readonly staff: Readonly<Record<string, unknown>> }>
        }
        return events.filter(({ type }) => type === 'LoanStarted').map(({ staff }) => staff['loan'])
      }
      const [forgotten, living] = await loansSeenBy(staffUser)
      expect(forgotten).toEqual({ erased: true, certificate: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown })
      expect(living).toMatchObject({ borrower })
      for (const role of [auditorUser, administratorUser])
        expect(await loansSeenBy(role)).toEqual([forgotten, { withheld: 'loan' }])
    }))
})

interface CertificatePage {
  readonly certificates: ReadonlyArray<{
    readonly certificate: string
    readonly log: string
    readonly certifiedOn: string
    readonly scopes: Readonly<Record<string, number>>
  }>
  readonly next: string | null
}

describe('certificates over HTTP', () => {
  it('are listed by log, class, date and scope, and verified with the public key alone', () =>
    withHttpServer(async (library) => {
      const { loan } = await eraseOneLoan(library)
      const list = async (query: string) =>
        (await library.send('GET', `/certificates?${query}`, { as: auditorUser })).body as CertificatePage
      const [ofLoan] = (await list(`scope=${loan}`)).certificates
      expect(ofLoan).toMatchObject({ log: 'circulation', scopes: { loan: 1 } })
      expect((await list('class=loan')).certificates).toEqual([ofLoan])
      expect((await list(`class=loan&on=${ofLoan!.certifiedOn}`)).certificates).toEqual([ofLoan])
      expect((await list('class=loan&log=persons')).certificates).toEqual([])
      expect((await list('class=fee')).certificates).toEqual([])
      const read = await library.send('GET', `/certificates/${ofLoan!.certificate}`, { as: auditorUser })
      const key = await library.send('GET', '/certificates/key', { as: auditorUser })
      const { statement, signature, problem } = read.body as Readonly<Record<'statement' | 'signature', string>> & {
        readonly problem: string | null
      }
      const { verifyingKey } = key.body as { readonly verifyingKey: string }
      expect(problem).toBeNull()
      const verified = rightOrThrow(verifyCertificate(verifyingKey)({ statement, signature }))
      expect(verified.scopes.map(({ scope }) => scope)).toContain(loan)
    }))

  it('are answered page by page, without gaps and repeats', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      for (let days = 1; days <= 3; days += 1) {
        const copy = await acquireCopyByHttp(library)
        await lendCopyByHttp(library, copy, borrower)
        await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
        await forwardTo(addDays(days)(openingDay), library)
      }
      await forwardTo(addDays(50)(openingDay), library)
      const seen: string[] = []
      let pages = 0
      let cursor: string | null = ''
      while (cursor !== null) {
        const path = `/certificates?log=circulation&limit=2${cursor}`
        const page = (await library.send('GET', path, { as: auditorUser })).body as CertificatePage
        seen.push(...page.certificates.map(({ certificate }) => certificate))
        cursor = page.next === null ? null : `&cursor=${page.next}`
        pages += 1
      }
      expect(pages).toBeGreaterThan(1)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThan(2)
    }))

  it('answer an unknown certificate with 404', () =>
    withHttpServer(async (library) => {
      const unknown = '/certificates/5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
      expect((await library.send('GET', unknown, { as: auditorUser })).status).toBe(404)
    }))
})

/** Returns a copy with an idempotency key: the scope of the keys of that day ends 14 days later. */
const sendReturnWithKey = async (library: RunningLibrary, key: string) =>
  rightOrThrow(
    await returnCopy(library.useCaseDependencies)({
      copy: oneCopy,
      branch: homeBranch,
      at: library.useCaseDependencies.commandHandling.clock.now(),
      origin: { _tag: 'KeyedToday', key },
    })(),
  )

/** Passes days on each of which something falls due for erasure. */
const passDays = async (library: RunningLibrary) => {
  await acquireOneCopy(library)
  for (let days = 1; days <= 40; days += 1) {
    if (days <= 12) await sendReturnWithKey(library, `return ${String(days)}`)
    rightOrThrow(await library.clock.moveTo(addDays(days)(openingDay), () => undefined)())
  }
}

/** Alters every certificate in the file of a log, as somebody could who may write to it. */
const alterEveryCertificate = (folder: string): number => {
  const log = new Database(dataFolderLayout(folder).circulation)
  try {
    return log
      .prepare("UPDATE events SET open = replace(open, 'key destroyed', 'key  destroyed') WHERE type = 'ScopesErased'")
      .run().changes
  } finally {
    log.close()
  }
}

describe('certificates that somebody altered in the file of the log', () => {
  it('are all found by glemsom certificates verify, and raise an alarm while the library runs', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await passDays(library)
      await library.certificates.verifySome()
      await library.close()
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', folder, ...argv])
      const whole = await glemsom('certificates', 'verify')
      expect(whole).toMatchObject({ code: 0, problems: [] })
      expect(whole.lines.at(-1)).toBe('All are valid.')

      const alteredCount = alterEveryCertificate(folder)
      expect(alteredCount).toBeGreaterThanOrEqual(12)
      const altered = await glemsom('certificates', 'verify')
      expect(altered.code).toBe(1)
      expect(altered.problems).toHaveLength(alteredCount)
      expect(altered.problems[0]).toMatch(
        /^Not valid: the certificate in circulation, stream erasure-[0-9a-f-]{36}: an event of it cannot be decoded/,
      )

      const alarms: string[] = []
      const reopened = await openLibraryIn(folder, { alarm: (kind) => void alarms.push(kind) })
      await reopened.certificates.verifySome()
      await reopened.close()
      expect(alarms).toContain('CertificateInvalid')
    }))

  it('are listed and shown on the command line, with the key that verifies them', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await passDays(library)
      await library.close()
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', folder, ...argv])
      const listed = await glemsom('--json', 'certificates', 'list', '--class', 'idempotency')
      const entries = listed.lines.map((line) => JSON.parse(line) as { readonly certificate: string })
      expect(entries.length).toBeGreaterThanOrEqual(12)
      const shown = await glemsom('certificates', 'show', entries[0]!.certificate)
      const key = (await glemsom('certificates', 'key')).lines.join('\n')
      const [statement, signature] = [shown.lines[0]!, shown.lines[1]!.replace('Signature: ', '')]
      expect(verifyCertificate(key)({ statement, signature })).toMatchObject({ _tag: 'Right' })
      expect(await glemsom('certificates', 'show', '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33')).toMatchObject({ code: 1 })
      expect(await glemsom('certificates', 'list', '--class', 'no-such-class')).toMatchObject({ code: 2 })
      expect(await glemsom('certificates', 'list', '--on', 'yesterday')).toMatchObject({ code: 2 })
      expect(await glemsom('certificates', 'list', '--log', 'circulation', '--on', '2026-02')).toMatchObject({
        code: 2,
        problems: [expect.stringMatching(/^Certificates of circulation have a day: --on 2026-02-01/)],
      })
      expect(await glemsom('certificates', 'list', '--log', 'persons', '--on', '2026-02-01')).toMatchObject({
        code: 2,
        problems: [expect.stringMatching(/^Certificates of persons have a month/)],
      })
      const ofMonth = await glemsom('certificates', 'list', '--on', '2026-02')
      expect(ofMonth.notices.at(-1)).toMatch(/^A month finds certificates of persons alone/)
    }))
})
