import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readModels } from '../../../../projections/registry'
import { withFolder, openIn } from '../../../fixtures/system'
import { fixture } from '../../imports/ledger/ledgers'
import { said } from './cli'
import { acquireACopy } from './with-a-copy'

const inFolder =
  (folder: string) =>
  (...argv: ReadonlyArray<string>) =>
    said(['--data', folder, ...argv])

describe('the command line', () => {
  it('moves the clock on, shows the day that was closed in three columns, counts keys, says how many read models it rebuilt, and has nothing overdue', async () => {
    await withFolder(async (folder) => {
      const glemsom = inFolder(folder)
      const opened = await openIn(folder)
      await acquireACopy(opened)
      await opened.close()

      const forward = await glemsom('clock', 'forward', '3')
      expect(forward).toMatchObject({ code: 0, lines: ["The library's clock stands on 2026-01-08."] })
      expect(forward.told.at(-1)).toEqual({ what: 'Days', done: 3, total: 3 })

      const shown = await glemsom('show', 'day-2026-01-06')
      expect(shown.code).toBe(0)
      expect(shown.lines.join('\n')).toMatch(/DayClosed[^]*AS STORED +\| AS STAFF SEE IT +\| ONCE FORGOTTEN/)
      expect(Math.max(...shown.lines.map(({ length }) => length))).toBeLessThanOrEqual(120)

      const status = await glemsom('--json', 'retention', 'status')
      expect(status.code).toBe(0)
      expect(JSON.parse(status.lines[0]!)).toMatchObject({ today: '2026-01-08', overdue: 0 })

      expect(await glemsom('retention', 'run')).toMatchObject({ code: 0 })
      expect((await glemsom('keys', 'status')).lines.join('\n')).toMatch(/living +0/)
      const rebuilt = `${String(readModels.length)} read models rebuilt.`
      expect((await glemsom('projections', 'rebuild')).lines).toEqual([rebuilt])
      expect(await glemsom('--json', 'projections', 'rebuild')).toMatchObject({
        lines: [JSON.stringify({ readModels: readModels.length })],
      })
    })
  }, 60_000)

  it('says by its exit code and in words what was wrong', async () => {
    await withFolder(async (folder) => {
      const glemsom = inFolder(folder)
      expect(await glemsom('no-such-command')).toMatchObject({ code: 2 })
      expect(await glemsom('clock', 'forward', 'tomorrow')).toMatchObject({ code: 2 })
      expect(await glemsom('show', 'not a stream')).toMatchObject({ code: 2 })
      expect(await glemsom('--help')).toMatchObject({ code: 0 })
      await (await openIn(folder)).close()
      expect(await glemsom('show', 'copy-3274626533')).toMatchObject({
        code: 1,
        problems: [expect.stringContaining('Nothing stands in copy-3274626533')],
      })
      expect(await glemsom('clock', 'forward', '2020-01-01')).toMatchObject({
        code: 1,
        problems: ['Time does not run backwards: name a later day.'],
      })
      const owner = await openIn(folder)
      expect(await glemsom('keys', 'status')).toMatchObject({ code: 4 })
      await owner.close()
    })
  }, 60_000)
})

describe('a folder that holds no library', () => {
  it.each([
    ['retention', 'status'],
    ['retention', 'run'],
    ['keys', 'status'],
    ['projections', 'rebuild'],
    ['clock', 'forward', '1'],
    ['show', 'copy-3274626533'],
  ])('is not made by "%s %s"', (...argv) =>
    withFolder(async (folder) => {
      expect(await inFolder(folder)(...argv)).toMatchObject({
        code: 2,
        problems: [`There is no library in ${folder}. \`glemsom serve\` or \`glemsom import loans\` makes one.`],
      })
      expect(existsSync(folder)).toBe(false)
    }),
  )
})

describe('a newcomer', () => {
  it('is told the version, and how a mapping file is written', async () => {
    expect(await said(['--version'])).toMatchObject({ code: 0, lines: [expect.stringMatching(/^\d+\.\d+\.\d+$/)] })
    const help = (await said(['import', 'loans', '--help'])).lines.join('\n')
    expect(help).toContain('"borrowerName": "Name"')
  })
})

describe('importing by the command line', () => {
  const made = ['import', 'loans', fixture('ledger-200.csv')]

  it('says what is wrong with a ledger before anything is opened', async () => {
    await withFolder(async (folder) => {
      const neverOpened = { openSystem: () => Promise.reject(new Error('opened')) }
      const glemsom = (...argv: ReadonlyArray<string>) => said(['--data', folder, ...argv], neverOpened)
      expect(await glemsom(...made)).toMatchObject({
        code: 2,
        problems: [expect.stringContaining('--borrower, --title, --title-name, --lent')],
      })
      expect(
        await glemsom('import', 'loans', '/no/such/file.csv', '--mapping', fixture('ledger-200.mapping.json')),
      ).toMatchObject({
        code: 2,
        problems: ['The file /no/such/file.csv cannot be read: there is no such file.'],
      })
      expect(await glemsom(...made, '--mapping', fixture('ledger-200.csv'))).toMatchObject({
        code: 2,
        problems: [`The mapping file ${fixture('ledger-200.csv')} cannot be read, or is not JSON.`],
      })
      expect(
        await glemsom(...made, '--mapping', fixture('ledger-200.mapping.json'), '--author', 'Writer'),
      ).toMatchObject({
        code: 2,
        problems: [
          expect.stringMatching(/^The file has no column "Writer"\. Its first line, .*, has [0-9]+ fields\.$/),
        ],
      })
      expect(await glemsom(...made, '--borrower', 'Card', '--title', 'Title', '--lent', 'Lent')).toMatchObject({
        code: 2,
        problems: [expect.stringMatching(/has 1 field\. Is the separator another\? Try --separator ';'\.$/)],
      })
      expect(await glemsom(...made, '--mapping', fixture('ledger-200.mapping.json'), '--branch', 'x')).toMatchObject({
        code: 2,
      })
    })
  })

  it('takes no row of a day that has not come, and no ledger of more than 200 years', async () => {
    await withFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'odd.csv')
      const columns = ['--borrower', 'who', '--title', 'what', '--lent', 'from', '--returned', 'to']
      const glemsom = (rows: string) => {
        writeFileSync(file, `who,what,from,to\n${rows}`)
        return said(['--data', folder, 'import', 'loans', file, ...columns])
      }
      expect(await glemsom('Anna,Tine,9999-01-02,\n')).toMatchObject({ code: 2, problems: [expect.anything()] })
      expect(await glemsom('Anna,Tine,1012-01-02,\nBent,Tine,1912-01-03,\n')).toMatchObject({
        code: 2,
        problems: [expect.stringContaining('More than 200 years are not replayed')],
      })
      expect(existsSync(folder)).toBe(false)
    })
  })

  it('takes columns and prices by options, lists rejects by row and reason, and knows the file again', async () => {
    await withFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'three.csv')
      writeFileSync(
        file,
        'who,what,from,to\nAnna,Tine,1912-01-02,1912-01-05\nBent,Tine,1912-01-03,\nCarl,,1912-01-04,\n',
      )
      const columns = [
        '--borrower',
        'who',
        '--borrower-name',
        'who',
        '--title',
        'what',
        '--lent',
        'from',
        '--returned',
        'to',
      ]
      const argv = [
        '--json',
        '--data',
        folder,
        'import',
        'loans',
        file,
        ...columns,
        '--price',
        '80',
        '--handling',
        '20',
      ]
      const imported = await said(argv)
      expect(imported).toMatchObject({ code: 0, problems: [] })
      expect(JSON.parse(imported.lines[0]!)).toMatchObject({
        loans: 2,
        billsAmount: 10_000,
        rejects: { 'no title': 1 },
      })
      expect(readFileSync(path.join(path.dirname(folder), 'three.csv.rejects.csv'), 'utf8')).toBe(
        'row,reason\n3,no title\n',
      )
      const again = await said(argv)
      expect(again.code).toBe(0)
      expect(JSON.parse(again.lines[0]!)).toEqual({ importedAlready: true, loans: 2, rejects: 1 })
    })
  }, 120_000)
})
