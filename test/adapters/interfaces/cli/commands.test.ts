import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { allReadModels } from '../../../../projections/all-read-models'
import { withTemporaryFolder, openLibraryIn } from '../../../fixtures/running-library'
import { fixturePath } from '../../imports/ledger/ledger-files'
import { runCli } from './run-cli'
import { acquireTestCopy } from './acquire-test-copy'

const inFolder =
  (folder: string) =>
  (...argv: ReadonlyArray<string>) =>
    runCli(['--data', folder, ...argv])

describe('the command line', () => {
  it('moves the clock forward, shows the closing of a day in three columns, counts keys, rebuilds the read models, and has nothing overdue', async () => {
    await withTemporaryFolder(async (folder) => {
      const glemsom = inFolder(folder)
      const opened = await openLibraryIn(folder)
      await acquireTestCopy(opened)
      await opened.close()

      const forward = await glemsom('clock', 'forward', '3')
      expect(forward).toMatchObject({ code: 0, lines: ["The library's clock stands on 2026-01-08."] })
      expect(forward.progressReports.at(-1)).toEqual({ what: 'Days', done: 3, total: 3 })

      const shown = await glemsom('show', 'day-2026-01-06')
      expect(shown.code).toBe(0)
      expect(shown.lines.join('\n')).toMatch(/DayClosed[^]*AS STORED +\| AS STAFF SEE IT +\| ONCE FORGOTTEN/)
      expect(Math.max(...shown.lines.map(({ length }) => length))).toBeLessThanOrEqual(120)

      const status = await glemsom('--json', 'retention', 'status')
      expect(status.code).toBe(0)
      expect(JSON.parse(status.lines[0]!)).toMatchObject({ today: '2026-01-08', overdue: 0 })

      expect(await glemsom('retention', 'run')).toMatchObject({ code: 0 })
      expect((await glemsom('keys', 'status')).lines.join('\n')).toMatch(/living +0/)
      const rebuilt = `${String(allReadModels.length)} read models rebuilt.`
      expect((await glemsom('projections', 'rebuild')).lines).toEqual([rebuilt])
      expect(await glemsom('--json', 'projections', 'rebuild')).toMatchObject({
        lines: [JSON.stringify({ readModels: allReadModels.length })],
      })
    })
  })

  it('reports an error by its exit code and a message', async () => {
    await withTemporaryFolder(async (folder) => {
      const glemsom = inFolder(folder)
      expect(await glemsom('no-such-command')).toMatchObject({ code: 2 })
      expect(await glemsom('clock', 'forward', 'tomorrow')).toMatchObject({ code: 2 })
      expect(await glemsom('show', 'not a stream')).toMatchObject({ code: 2 })
      expect(await glemsom('--help')).toMatchObject({ code: 0 })
      await (await openLibraryIn(folder)).close()
      expect(await glemsom('show', 'copy-3274626533')).toMatchObject({
        code: 1,
        problems: [expect.stringContaining('The stream copy-3274626533 has no events')],
      })
      expect(await glemsom('clock', 'forward', '2020-01-01')).toMatchObject({
        code: 1,
        problems: ['The clock cannot move backwards. Name a later day.'],
      })
      const owner = await openLibraryIn(folder)
      expect(await glemsom('keys', 'status')).toMatchObject({ code: 4 })
      await owner.close()
    })
  })
})

describe('a folder without a library', () => {
  it.each([
    ['retention', 'status'],
    ['retention', 'run'],
    ['keys', 'status'],
    ['projections', 'rebuild'],
    ['clock', 'forward', '1'],
    ['show', 'copy-3274626533'],
  ])('is not created by "%s %s"', (...argv) =>
    withTemporaryFolder(async (folder) => {
      expect(await inFolder(folder)(...argv)).toMatchObject({
        code: 2,
        problems: [`There is no library in ${folder}. \`glemsom serve\` or \`glemsom import loans\` creates one.`],
      })
      expect(existsSync(folder)).toBe(false)
    }),
  )
})

describe('the help of the command line', () => {
  it('shows the version, and an example of a mapping file', async () => {
    expect(await runCli(['--version'])).toMatchObject({ code: 0, lines: [expect.stringMatching(/^\d+\.\d+\.\d+$/)] })
    const help = (await runCli(['import', 'loans', '--help'])).lines.join('\n')
    expect(help).toContain('"borrowerName": "Name"')
  })
})

describe('the command import loans', () => {
  const importArguments = ['import', 'loans', fixturePath('ledger-200.csv')]

  it('reports an invalid ledger before it opens the library', async () => {
    await withTemporaryFolder(async (folder) => {
      const neverOpened = { openLibrary: () => Promise.reject(new Error('opened')) }
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', folder, ...argv], neverOpened)
      expect(await glemsom(...importArguments)).toMatchObject({
        code: 2,
        problems: [expect.stringContaining('--borrower, --title, --title-name, --lent')],
      })
      expect(
        await glemsom('import', 'loans', '/no/such/file.csv', '--mapping', fixturePath('ledger-200.mapping.json')),
      ).toMatchObject({
        code: 2,
        problems: ['The file /no/such/file.csv cannot be read: there is no such file.'],
      })
      expect(await glemsom(...importArguments, '--mapping', fixturePath('ledger-200.csv'))).toMatchObject({
        code: 2,
        problems: [`The mapping file ${fixturePath('ledger-200.csv')} cannot be read, or is not JSON.`],
      })
      expect(
        await glemsom(...importArguments, '--mapping', fixturePath('ledger-200.mapping.json'), '--author', 'Writer'),
      ).toMatchObject({
        code: 2,
        problems: [
          expect.stringMatching(/^The file has no column "Writer"\. Its first line, .*, has [0-9]+ fields\.$/),
        ],
      })
      expect(
        await glemsom(...importArguments, '--borrower', 'Card', '--title', 'Title', '--lent', 'Lent'),
      ).toMatchObject({
        code: 2,
        problems: [expect.stringMatching(/has 1 field\. Does the file use another separator\? Try --separator ';'\.$/)],
      })
      expect(
        await glemsom(...importArguments, '--mapping', fixturePath('ledger-200.mapping.json'), '--branch', 'x'),
      ).toMatchObject({
        code: 2,
      })
    })
  })

  it('rejects rows of future days, and ledgers of more than 200 years', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'odd.csv')
      const columns = ['--borrower', 'who', '--title', 'what', '--lent', 'from', '--returned', 'to']
      const glemsom = (rows: string) => {
        writeFileSync(file, `who,what,from,to\n${rows}`)
        return runCli(['--data', folder, 'import', 'loans', file, ...columns])
      }
      expect(await glemsom('Anna,Tine,9999-01-02,\n')).toMatchObject({ code: 2, problems: [expect.anything()] })
      expect(await glemsom('Anna,Tine,1012-01-02,\nBent,Tine,1912-01-03,\n')).toMatchObject({
        code: 2,
        problems: [expect.stringContaining('At most 200 years can be replayed')],
      })
      expect(existsSync(folder)).toBe(false)
    })
  })

  it('reads columns and prices from options, lists rejects by row and reason, and recognises an imported file', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'three.csv')
      writeFileSync(
        file,
        'who,what,from,to\nAnna,Tine,1912-01-02,1912-01-05\nBent,Tine,1912-01-03,\nCarl,,1912-01-04,\n',
      )
      const columns = '--borrower who --borrower-name who --title what --lent from --returned to'.split(' ')
      const amounts = ['--price', '80', '--handling', '20']
      const argv = ['--json', '--data', folder, 'import', 'loans', file, ...columns, ...amounts]
      const imported = await runCli(argv)
      expect(imported).toMatchObject({ code: 0, problems: [] })
      expect(JSON.parse(imported.lines[0]!)).toMatchObject({
        loans: 2,
        billsAmount: 10_000,
        rejects: { 'no title': 1 },
      })
      expect(readFileSync(path.join(path.dirname(folder), 'three.csv.rejects.csv'), 'utf8')).toBe(
        'row,reason\n3,no title\n',
      )
      const again = await runCli(argv)
      expect(again.code).toBe(0)
      expect(JSON.parse(again.lines[0]!)).toEqual({ importedAlready: true, loans: 2, rejects: 1 })
    })
  })
})
