import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { runCli } from './run-cli'
import { verifyExport, type VerifyExportRequest } from '../../../../adapters/interfaces/verify/verify-export'
import {
  exportVerificationRefusalText,
  verificationReportLines,
} from '../../../../adapters/interfaces/verify/verify-texts'
import { readKeyStoreFile } from '../../../../adapters/stores/keystore/sqlite/read-key-store-file'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

const olderFolder = path.join(__dirname, '../../../golden/older-folder/folder')

/** Copies the data folder that an older version has made. Only the owner may read it. */
const copyOlderFolder = (data: string): void => {
  copyWithModes(olderFolder, data, { recursive: true })
  chmodSync(data, 0o700)
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true }))
    chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600)
}

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

describe('an export, verified with the public key alone', () => {
  const withExport = (
    use: (request: (keys?: boolean) => VerifyExportRequest, folder: string, data: string) => Promise<void>,
  ): Promise<void> =>
    withOlderFolder(async (glemsom, data) => {
      const folder = path.join(path.dirname(data), 'export')
      expect((await glemsom('audit', 'export', folder)).code).toBe(0)
      const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
      const keyFiles = () =>
        ['circulation', 'persons'].map((log) => {
          const content = readKeyStoreFile(path.join(data, 'keys', `keys-${log}.db`))
          if (content._tag === 'Left') throw new Error(content.left.reason)
          return content.right
        })
      const request = (keys = false): VerifyExportRequest => ({
        folder,
        list: read('living-scopes.txt'),
        verifyingKey: read('verifying-key.pem'),
        keyFiles: keys
          ? {
              libraries: keyFiles().map(({ library }) => library),
              rows: keyFiles().flatMap(({ rows }) => rows),
            }
          : undefined,
      })
      await use(request, folder, data)
    })

  it('is complete, by the list and by the key files themselves', () =>
    withExport(async (request) => {
      for (const keys of [false, true])
        expect(await verifyExport(request(keys))).toMatchObject({ _tag: 'Right', right: { isComplete: true } })
    }))

  it('holds no sealed bytes and no key', () =>
    withExport((_request, folder) => {
      const lines = readFileSync(path.join(folder, 'circulation.jsonl'), 'utf8').trimEnd().split('\n')
      const sealed = lines.map((line) => (JSON.parse(line) as { sealed: string | null }).sealed)
      expect(sealed.every((digest) => digest === null || /^[0-9a-f]{64}$/.test(digest))).toBe(true)
      return Promise.resolve()
    }))

  it('is refused when one event of it was removed, changed or added', () =>
    withExport(async (request, folder) => {
      const file = path.join(folder, 'circulation.jsonl')
      const whole = readFileSync(file, 'utf8').split('\n')
      const texts = []
      for (const lines of [
        whole.slice(1),
        [...whole.slice(0, 5), ...whole.slice(4)],
        whole.map((line, index) => (index === 3 ? line.replace('"recorded":"2', '"recorded":"1') : line)),
      ]) {
        writeFileSync(file, lines.join('\n'))
        const refused = await verifyExport(request())
        texts.push(refused._tag === 'Left' ? exportVerificationRefusalText(refused.left) : 'not refused')
      }
      expect(texts[0]).toMatch(/events are missing/)
      expect(texts.slice(1)).toEqual([expect.stringMatching(/was changed/), expect.stringMatching(/was changed/)])
    }))

  it('shows by the key files what a list that is believed would hide', () =>
    withExport(async (request, _folder, data) => {
      const copied = `INSERT INTO keys SELECT randomblob(16), class, version, epoch, slot, fingerprint, certificate
        FROM keys WHERE scope = (${living})`
      changeKeys(data, 'circulation', copied)
      expect(await verifyExport(request())).toMatchObject({ right: { isComplete: true } })
      const verified = await verifyExport(request(true))
      expect(verified).toMatchObject({ right: { isComplete: false } })
      expect(verified._tag === 'Right' && verificationReportLines(verified.right).join('\n')).toMatch(
        /Orphans: [^]*\(1\)/,
      )
    }))

  it('is written into an empty folder only', () =>
    withOlderFolder(async (glemsom, data) => {
      const { code, problems } = await glemsom('audit', 'export', data)
      expect([code, problems]).toEqual([2, [expect.stringContaining('is not empty. Name an empty folder')]])
    }))
})
