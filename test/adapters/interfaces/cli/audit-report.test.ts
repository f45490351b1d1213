import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { ReportDocument } from '../../../../adapters/interfaces/pages/audit-report/report-document'
import { copyWithModes } from '../../../fixtures/copy-with-modes'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { runCli } from './run-cli'

const olderFolder = path.join(__dirname, '../../../golden/older-folder/folder')

type Glemsom = (...argv: ReadonlyArray<string>) => ReturnType<typeof runCli>

/** Runs commands on a copy of the folder that an older version has made, 40 days on: much was due meanwhile. */
const withOlderFolder = (use: (glemsom: Glemsom, data: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (data) => {
    copyWithModes(olderFolder, data, { recursive: true })
    chmodSync(data, 0o700)
    for (const entry of readdirSync(data, { recursive: true, withFileTypes: true }))
      chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600)
    const glemsom: Glemsom = (...argv) => runCli(['--data', data, ...argv])
    expect((await glemsom('clock', 'forward', '40')).code).toBe(0)
    await use(glemsom, data)
  })

const parse = (lines: ReadonlyArray<string>): ReportDocument => JSON.parse(lines.join('\n')) as ReportDocument

const pointsOf = ({ sections }: ReportDocument) => sections.flatMap(({ points }) => points)

/** The figures of the points by name. */
const figuresOf = (report: ReportDocument): Readonly<Record<string, unknown>> =>
  Object.fromEntries(pointsOf(report).flatMap(({ figures }) => figures.map(({ id, value }) => [id, value])))

describe('audit report', () => {
  it('prints a summary in Danish or English, and the whole as JSON', () =>
    withOlderFolder(async (glemsom) => {
      const danish = await glemsom('audit', 'report')
      expect([danish.code, danish.lines[0]]).toEqual([0, expect.stringContaining('Rapport til databeskyttelses')])
      const english = await glemsom('audit', 'report', '--language', 'en')
      expect(english.lines.join('\n')).toMatch(/Is anything overdue, .*: In order\n {2}0 records are overdue/)
      const report = parse((await glemsom('--json', 'audit', 'report')).lines)
      const titles = pointsOf(report).map(({ title }) => title)
      for (const title of titles) expect(danish.lines.some((line) => line.startsWith(`${title}: `))).toBe(true)
    }))

  it('says what the completeness proof, the list of certificates and the export say', () =>
    withOlderFolder(async (glemsom, data) => {
      const report = figuresOf(parse((await glemsom('--json', 'audit', 'report')).lines))
      const { classes, certificates } = JSON.parse(
        (await glemsom('--json', 'audit', 'completeness')).lines.join(''),
      ) as {
        classes: ReadonlyArray<Readonly<Record<'named' | 'erased' | 'living', number>>>
        certificates: { checked: number }
      }
      const sum = (member: 'named' | 'erased' | 'living') => classes.reduce((total, each) => total + each[member], 0)
      expect(report).toMatchObject({ named: sum('named'), erased: sum('erased'), living: sum('living') })
      expect(report['certificates']).toBe(certificates.checked)
      const folder = `${data}-export`
      await glemsom('audit', 'export', folder)
      const events = readFileSync(path.join(folder, 'circulation.jsonl'), 'utf8')
      expect(report['daysClosed']).toBe(events.match(/"type":"DayClosed"/g)?.length)
      const living = readFileSync(path.join(folder, 'living-scopes.txt'), 'utf8').trimEnd().split('\n').length - 2
      expect(report['readableRecords']).toBe(living)
    }))

  it('names a query by which a database administrator finds that the key of an erased record is gone', () =>
    withOlderFolder(async (glemsom, data) => {
      const report = parse((await glemsom('--json', 'audit', 'report')).lines)
      const commands = pointsOf(report).flatMap(({ checkBy }) => checkBy.map(({ command }) => command ?? ''))
      const [, file = '', query = ''] = /^sqlite3 (\S+) "(.*)"$/.exec(
        commands.find((each) => each.startsWith('sqlite3'))!,
      )!
      const db = new Database(path.join(data, file), { readonly: true })
      try {
        expect(db.prepare(query).pluck().all()).toEqual([1])
      } finally {
        db.close()
      }
    }))

  it('writes one HTML file that loads nothing, for its owner alone, and replaces no file', () =>
    withOlderFolder(async (glemsom, data) => {
      const file = `${data}-report.html`
      const { code, notices } = await glemsom('audit', 'report', file, '--html', '--language', 'en')
      expect([code, notices]).toEqual([0, [`The report is written to ${file}.`]])
      const html = readFileSync(file, 'utf8')
      expect(html).toMatch(/^<!doctype html><html lang="en">.*<\/html>\n$/s)
      expect(html).not.toMatch(/<script|<link|src=|href="(?!#)/)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const again = await glemsom('audit', 'report', file, '--html')
      expect([again.code, again.problems]).toEqual([1, [expect.stringContaining('Name a place where nothing stands')]])
      expect(readFileSync(file, 'utf8')).toBe(html)
    }))

  it('is refused in two forms at once or in another language, and writes nothing', () =>
    withOlderFolder(async (glemsom, data) => {
      const file = `${data}-report`
      const both = await glemsom('--json', 'audit', 'report', file, '--html')
      expect([both.code, both.problems]).toEqual([2, ['A report has one form: leave out --html or --json.']])
      expect((await glemsom('audit', 'report', file, '--language', 'de')).code).toBe(2)
      expect(existsSync(file)).toBe(false)
    }))

  it('says that a key that was deleted from the key store is not in order, and exits with 1', () =>
    withOlderFolder(async (glemsom, data) => {
      const db = new Database(path.join(data, 'keys', 'keys-circulation.db'))
      const { changes } = db
        .prepare('DELETE FROM keys WHERE scope = (SELECT scope FROM keys WHERE slot IS NOT NULL LIMIT 1)')
        .run()
      db.close()
      expect(changes).toBe(1)
      const { code, lines } = await glemsom('--json', 'audit', 'report')
      const report = parse(lines)
      expect([code, figuresOf(report)['otherFindings']]).toEqual([1, 1])
      expect(
        pointsOf(report)
          .filter(({ verdict }) => verdict === 'notInOrder')
          .map(({ id }) => id),
      ).toEqual(['overdue'])
    }))
})
