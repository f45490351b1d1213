import type { Day } from '../../../domain/values/day'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { eventDefinitions } from '../../../domain/event-definitions'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { EventPage } from '../../../domain/ports/event-store'
import { checkCertificatesOfLog } from '../../../retention/certificates/check-certificates-of-log'
import { verifyCertificate } from '../../../retention/certificates/verify-certificate'
import type { OpenPartOfEvent } from '../../../retention/schedule/open-part-of-event'
import * as history from '../record-history'
import { verifyingKey } from '../declaration-checks'
import { makeInMemoryLibrary } from '../in-memory-library'

/** The circulation log of a library in which three loans were erased on three days. */
const logWithThreeCertificates = async () => {
  const library = makeInMemoryLibrary('2026-03-01' as Day)
  for (let day = 0; day < 3; day++) {
    history.recordLoanAndReturn(library)
    await library.passMidnight()
  }
  await history.passNights(library, 31)
  return library.logs.circulation
}

const storedPage = (events: ReadonlyArray<OpenPartOfEvent>): EventPage =>
  events.map(({ type, open, metadata }) => ({
    ...metadata,
    type,
    version: 1,
    open: canonicalJson(open),
    sealed: new Uint8Array(),
  }))

const checkLog = (events: ReadonlyArray<OpenPartOfEvent>) =>
  checkCertificatesOfLog(eventDefinitionsByType(eventDefinitions), verifyCertificate(verifyingKey))(
    'circulation',
    {
      // oxlint-disable-next-line typescript/require-await -- a store reads asynchronously
      readAll: async function* () {
        yield storedPage(events)
      },
    },
    () => undefined,
  )

type Alter = (open: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** The log with one event of a type altered, the n-th. */
const altered = (events: ReadonlyArray<OpenPartOfEvent>, type: string, n: number, alter: Alter) => {
  const event = events.filter((candidate) => candidate.type === type)[n]
  return events.map((candidate) => (candidate === event ? { ...candidate, open: alter(candidate.open) } : candidate))
}

const problemsOf = async (events: ReadonlyArray<OpenPartOfEvent>) =>
  (await checkLog(events)).findings.map(({ problem }) => problem)

const withoutLastScope: Alter = (open) => ({ ...open, scopes: (open['scopes'] as ReadonlyArray<unknown>).slice(0, -1) })

describe('the check of all certificates of a log', () => {
  it('finds nothing in a log that nobody altered', async () => {
    expect(await checkLog(await logWithThreeCertificates())).toEqual({ checked: 3, unfinished: 0, findings: [] })
  })

  it('finds each altered certificate and names its stream', async () => {
    const events = await logWithThreeCertificates()
    const certified = events.filter(({ type }) => type === 'ScopesErased')
    for (const [n, { metadata, open }] of certified.entries()) {
      const other = certified[(n + 1) % 3]!.open
      for (const alter of [
        { ...open, statement: String(open['statement']).replace('"horizon":"open"', '"horizon":"none"') },
        { ...open, signature: other['signature'] },
        { ...open, signature: '' },
        { ...open, certificate: other['certificate'] },
      ]) {
        const { findings } = await checkLog(altered(events, 'ScopesErased', n, () => alter))
        expect(findings.map(({ stream }) => stream)).toEqual([metadata.stream])
      }
    }
  })

  it('finds a whole certificate of another run in the place of the right one', async () => {
    const events = await logWithThreeCertificates()
    const [first, second] = events.filter(({ type }) => type === 'ScopesErased')
    expect(await problemsOf(altered(events, 'ScopesErased', 0, () => second!.open))).toEqual(['differsFromLog'])
    const copied = altered(events, 'ScopesErased', 0, ({ run }) => ({ ...second!.open, run }))
    expect(await problemsOf(copied)).toEqual(['differsFromLog'])
    expect(first).toBeDefined()
  })

  it('finds a declaration that lost a scope', async () => {
    const events = await logWithThreeCertificates()
    expect(await problemsOf(altered(events, 'ErasureDue', 1, withoutLastScope))).toEqual(['differsFromLog'])
  })

  it('finds a certificate of what an earlier run has declared already', async () => {
    const events = await logWithThreeCertificates()
    const [first] = events.filter(({ type }) => type === 'ErasureDue')
    const twice = altered(events, 'ErasureDue', 1, (open) => ({ ...open, scopes: first!.open['scopes'] }))
    expect(await problemsOf(twice)).toEqual(['differsFromLog'])
  })

  it('finds a certificate that was removed, and one whose declaration was removed', async () => {
    const events = await logWithThreeCertificates()
    const without = (type: string) => {
      const [removed] = events.filter((event) => event.type === type)
      return events.filter((event) => event !== removed)
    }
    expect(await problemsOf(without('ScopesErased'))).toEqual(['missing'])
    expect(await problemsOf(without('ErasureDue'))).toEqual(['notDeclared'])
  })

  it('finds an event of an erasure that cannot be decoded', async () => {
    const events = await logWithThreeCertificates()
    const broken = altered(events, 'ScopesErased', 2, (open) => ({ ...open, statement: 7 }))
    expect(await problemsOf(broken)).toEqual(['unreadable'])
  })

  it('does not call a run invalid that is being erased', async () => {
    const events = await logWithThreeCertificates()
    const last = events.filter(({ type }) => type === 'ScopesErased').at(-1)
    expect(await checkLog(events.filter((event) => event !== last))).toEqual({
      checked: 2,
      unfinished: 1,
      findings: [],
    })
  })
})
