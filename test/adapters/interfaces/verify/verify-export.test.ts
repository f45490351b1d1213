import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { parseCommandLine } from '../../../../adapters/interfaces/verify/command-line'
import { reportLines } from '../../../../adapters/interfaces/verify/report-lines'
import { verifyExport } from '../../../../adapters/interfaces/verify/verify-export'
import {
  eventFile,
  exampleExportForTests,
  linesIn,
  nothingFound,
  placesOfAlterations,
  verifyAsProgram,
  withCopy,
  writeLinesTo,
} from './example-export'
import { headSizes, makeSigner } from './sign-export-again'

describe('an export of a library in which much was due and is erased', () => {
  const { example, verify, verifyTampered } = exampleExportForTests()

  it('shows that nothing was kept too long, erased too early or altered', async () => {
    const verified = await verify(example().folder)
    expect(verified.answers).toEqual(nothingFound)
    const erased = verified.classes.filter((count) => count.erased > 0).map((count) => count.class)
    expect(erased).toEqual(expect.arrayContaining(['borrower', 'card', 'loan', 'message']))
    const lines = reportLines(verified)
    expect(lines.slice(2, 5)).toEqual([
      'Was anything kept too long? No.',
      'Was anything erased that was not due? No.',
      'Was anything altered, and since when? No.',
    ])
    expect(lines.join('\n')).toMatch(/persons: 12 events, 1 heads\. .*which ends with the closing of 2026-03\./)
    expect(lines.join('\n')).toContain('8 checked, 8 of them signed by a head')
  })

  it('counts every event of both logs while it is verified', async () => {
    const counts = new Map<string, ReadonlyArray<number>>()
    const parsed = await parseCommandLine([example().folder, '--key', example().key])
    if (parsed.asksFor === 'help') throw new Error('help was asked for')
    const { logs } = await verifyExport(parsed.request, (log, read, total) => counts.set(log, [read, total]))
    expect([...counts]).toEqual(logs.map(({ log, events }) => [log, [events, events]]))
  })

  it('has a head of each closed day and of all events, and in persons of closed months alone', () => {
    const events = linesIn(eventFile(example().folder, 'persons'))
    expect(headSizes(example().folder, 'persons')).toEqual([events.length])
    expect(events.at(-1)).toContain('"type":"MonthClosed"')
    expect(headSizes(example().folder, 'circulation').length).toBeGreaterThan(35)
  })

  it('says the same by the key files themselves', async () => {
    const verified = await verify(example().folder, '--keys', path.join(example().data, 'keys'))
    expect([verified.answers, verified.keyFiles?.destroyedSince]).toEqual([nothingFound, 0])
  })

  it('shows by the key files what a list that is believed would hide', () =>
    withCopy(path.join(example().data, 'keys'), async (keys) => {
      const db = new Database(path.join(keys, 'keys-circulation.db'))
      const copied = `INSERT INTO keys SELECT randomblob(16), class, version, epoch, slot, fingerprint, certificate
        FROM keys WHERE slot IS NOT NULL LIMIT 1`
      expect(db.prepare(copied).run().changes).toBe(1)
      db.close()
      const verified = await verify(example().folder, '--keys', keys)
      expect([verified.answers, verified.findings.scopes.map(({ problem }) => problem)]).toEqual([
        { ...nothingFound, retainedTooLong: 'yes' },
        ['orphan'],
      ])
    }))

  it('judges by its own deletion rules, and names those of the export that differ', async () => {
    const withPeriod = (name: string, days: number) => (lines: ReadonlyArray<string>) =>
      lines.map((line) => (line.includes(`"class":"${name}"`) ? line.replaceAll(/"days":\d+/g, `"days":${String(days)}`) : line)) // prettier-ignore
    await withCopy(example().folder, async (folder) => {
      const file = path.join(folder, 'deletion-rules.jsonl')
      writeLinesTo(file, withPeriod('message', 3)(linesIn(file)))
      const verified = await verify(folder)
      expect([verified.answers, verified.otherRules]).toEqual([nothingFound, ['message']])
      const judged = await verify(folder, '--rules', file)
      expect([judged.answers.retainedTooLong, judged.otherRules]).toEqual(['yes', []])
      expect(new Set(judged.findings.scopes.map((found) => `${found.problem} ${found.class}`))).toEqual(new Set(['overdue message'])) // prettier-ignore
      expect(reportLines(judged).join('\n')).toMatch(/Was anything kept too long\? YES:\n {2}message \S+ \(circulation\): should have been erased/) // prettier-ignore
      writeLinesTo(file, withPeriod('message', 300)(linesIn(file)))
      const tooEarly = await verify(folder, '--rules', file)
      expect(tooEarly.answers).toEqual({ ...nothingFound, erasedNotDue: 'yes' })
      expect(new Set(tooEarly.findings.scopes.map((found) => `${found.problem} ${found.class}`))).toEqual(new Set(['declaredNotDue message'])) // prettier-ignore
    })
  })

  it('believes nothing that another key has signed', async () => {
    await withCopy(example().folder, async (folder) => {
      const other = path.join(folder, 'other.pem')
      writeFileSync(other, makeSigner().pem)
      const verified = await verifyAsProgram(folder, '--key', other)
      expect(verified.answers).toEqual({ retainedTooLong: 'unknown', erasedNotDue: 'unknown', altered: 'yes' })
      expect(placesOfAlterations(verified).map(([kind]) => kind)).toEqual(['list', 'noHead', 'noHead'])
    })
  })

  it('without any head says that nobody can tell what was altered before', async () => {
    const verified = await verifyTampered((folder) => {
      rmSync(path.join(folder, 'heads'), { recursive: true })
    })
    expect(verified.answers).toEqual({ ...nothingFound, altered: 'unknown' })
    expect(reportLines(verified).join('\n')).toContain('NOBODY CAN TELL')
  })

  it('names the list of living scopes when it was altered', async () => {
    const verified = await verifyTampered((folder) => {
      const file = path.join(folder, 'living-scopes.txt')
      writeLinesTo(file, linesIn(file).slice(0, -1))
    })
    expect(verified.findings.alterations).toEqual([{ kind: 'list', problem: 'altered' }])
  })
})
