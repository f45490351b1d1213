import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { runCli } from './run-cli'
import { copyOlderFolder } from '../../../fixtures/copy-older-folder'

/** Runs commands on a copy of the older folder, which is 40 days on: much was due meanwhile. */
const withOlderFolder = (use: (glemsom: ReturnType<typeof inFolder>, data: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (data) => {
    copyOlderFolder(data)
    const glemsom = inFolder(data)
    expect((await glemsom('clock', 'forward', '40')).code).toBe(0)
    await use(glemsom, data)
  })

const inFolder =
  (folder: string) =>
  (...argv: ReadonlyArray<string>) =>
    runCli(['--data', folder, ...argv])

const changeKeys = (data: string, log: string, sql: string): number => {
  const db = new Database(path.join(data, 'keys', `keys-${log}.db`))
  try {
    return db.prepare(sql).run().changes
  } finally {
    db.close()
  }
}

const living = `SELECT scope FROM keys WHERE slot IS NOT NULL AND class = (SELECT class FROM keys WHERE slot IS NOT NULL
  GROUP BY class ORDER BY count(*) DESC LIMIT 1) LIMIT 1`

describe('audit completeness, on a data folder that an older version has made', () => {
  it('finds nothing, counts each class, and exits with 0', () =>
    withOlderFolder(async (glemsom) => {
      const { code, lines } = await glemsom('audit', 'completeness')
      expect([code, lines.at(-1)]).toEqual([
        0,
        'Result: complete. All that was due is erased and certified, and every other scope has its key.',
      ])
      expect(lines).toEqual(
        expect.arrayContaining([expect.stringMatching(/^loan +\d+ +[1-9]\d* +0 +\d+ +0 +0 {2}open parts$/)]),
      )
    }))

  it('names a scope whose key was deleted from the key store, and exits with 1', () =>
    withOlderFolder(async (glemsom, data) => {
      expect(changeKeys(data, 'circulation', `DELETE FROM keys WHERE scope = (${living})`)).toBe(1)
      const { code, lines } = await glemsom('audit', 'completeness')
      expect(code).toBe(1)
      expect(lines.join('\n')).toMatch(/NOT complete[^]*Lost: [^]*\(1\):\n {2}circulation \w+ [0-9a-f-]{36}/)
    }))

  it('names a key that no event names', () =>
    withOlderFolder(async (glemsom, data) => {
      const copied = `INSERT INTO keys SELECT randomblob(16), class, version, epoch, slot, fingerprint, certificate
        FROM keys WHERE scope = (${living})`
      expect(changeKeys(data, 'circulation', copied)).toBe(1)
      const { code, lines } = await glemsom('audit', 'completeness')
      expect(code).toBe(1)
      expect(lines.join('\n')).toMatch(/Orphans: [^]*\(1\):\n/)
    }))

  it('lists what was due on a past day, and that it was erased the day after', () =>
    withOlderFolder(async (glemsom) => {
      const certificates = (await glemsom('--json', 'certificates', 'list', '--class', 'loan')).lines.map(
        (line) => JSON.parse(line) as { certifiedOn: string; scopes: { loan: number } },
      )
      const { certifiedOn } = certificates.at(-1)!
      const expected = certificates.filter((each) => each.certifiedOn === certifiedOn)
      const dayBefore = new Date(Date.parse(certifiedOn) - 86_400_000).toISOString().slice(0, 10)
      const { code, lines } = await glemsom('--json', 'audit', 'due', '--at', dayBefore)
      const due = lines.map((line) => JSON.parse(line) as { class: string; declaredOn: string })
      const loans = due.filter((each) => each.class === 'loan')
      expect([code, loans.length]).toEqual([0, expected.reduce((sum, { scopes }) => sum + scopes.loan, 0)])
      expect(loans.every(({ declaredOn }) => declaredOn === certifiedOn)).toBe(true)
    }))
})

describe('audit export', () => {
  it('writes the logs, their heads and the list, and says how much; no sealed byte and no key', () =>
    withOlderFolder(async (glemsom, data) => {
      const folder = path.join(path.dirname(data), 'export')
      const { code, lines } = await glemsom('audit', 'export', folder)
      expect([code, lines]).toEqual([
        0,
        [
          expect.stringMatching(
            /^\d+ events of circulation, \d+ of persons, [1-9]\d* signed heads and \d+ living scopes/,
          ),
        ],
      ])
      expect(readdirSync(folder).sort()).toEqual([
        'circulation-leaves.txt',
        'circulation.jsonl',
        'deletion-rules.jsonl',
        'heads',
        'living-scopes.txt',
        'persons-leaves.txt',
        'persons.jsonl',
        'verifying-key.pem',
      ])
      const events = readFileSync(path.join(folder, 'circulation.jsonl'), 'utf8').trimEnd().split('\n')
      const sealed = events.flatMap((line) => (JSON.parse(line) as { sealed: ReadonlyArray<string> }).sealed)
      expect(sealed.length).toBeGreaterThan(10)
      expect(sealed.every((digest) => Buffer.from(digest, 'base64').length === 32)).toBe(true)
    }))

  it('writes into an empty folder only', () =>
    withOlderFolder(async (glemsom, data) => {
      const { code, problems } = await glemsom('audit', 'export', data)
      expect([code, problems]).toEqual([2, [expect.stringContaining('is not empty. Name an empty folder')]])
    }))
})
