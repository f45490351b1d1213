import { existsSync } from 'node:fs'
import { allReadModels } from '../../../../projections/all-read-models'
import { withTemporaryFolder, openLibraryIn } from '../../../fixtures/running-library'
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
      expect((await glemsom('keys', 'status')).lines.join('\n')).toMatch(
        /Living keys +0 \(one for each record that can be read\)\n/,
      )
      const rebuilt = `${String(allReadModels.length)} read models rebuilt.`
      expect((await glemsom('projections', 'rebuild')).lines).toEqual([rebuilt])
      expect(await glemsom('--json', 'projections', 'rebuild')).toMatchObject({
        lines: [JSON.stringify({ readModels: allReadModels.length })],
      })
    })
  })

  const databasesOfFolderAndServers = [
    ...['circulation.db', 'persons.db', 'keys/keys-circulation.db', 'keys/keys-persons.db'],
    ...['views/views.db', 'views/schedule.db', 'views/log-digests.db', 'views/trees.db'],
    ...['PostgreSQL, log', 'PostgreSQL, keystore', 'PostgreSQL, coordination', 'PostgreSQL, short_term'],
  ]

  it('lists every store with how it is erased, and the stores that hold something of one scope', async () => {
    await withTemporaryFolder(async (folder) => {
      await (await openLibraryIn(folder)).close()
      const glemsom = inFolder(folder)
      const { code, lines } = await glemsom('audit', 'stores')
      expect(code).toBe(0)
      expect(lines.join('\n')).toMatch(
        /views\/views\.db\n[^]*contacts: purged and counted[^]*holds careOf, address[^]*purged with contact in contact/,
      )
      expect(lines.join('\n')).toMatch(/Memory of the process[^]*keys in memory: /)
      const json = await glemsom('--json', 'audit', 'stores')
      expect(JSON.parse(json.lines[0]!)).toMatchObject({
        databases: databasesOfFolderAndServers.map((name) => ({ name })),
      })
      const scope = '00000000-0000-4000-8000-000000000001'
      expect(await glemsom('audit', 'stores', '--scope', scope)).toMatchObject({
        ...{ code: 0, lines: ['No store holds anything of this scope.'] },
      })
      expect(await glemsom('audit', 'stores', '--scope', 'someone')).toMatchObject({ code: 2 })
    })
  })

  it('tells in words how many keys there are, also when they cannot be counted, and as JSON in members', async () => {
    await withTemporaryFolder(async (folder) => {
      await (await openLibraryIn(folder)).close()
      const { lines } = await inFolder(folder)('keys', 'status')
      expect(lines.map((line) => line.replace(/ {2,}.*$/, ''))).toEqual([
        'Library',
        'Living keys',
        'Destroyed keys',
        'Epoch of the ring',
        'Epochs in use',
        'Epochs in escrow',
        'Destruction of epochs',
        'Key that verifies certificates',
      ])
      const json = await inFolder(folder)('--json', 'keys', 'status')
      expect(JSON.parse(json.lines[0] ?? '')).toMatchObject({ living: 0, fenced: 0, epoch: 1, epochs: 1 })
      const library = await openLibraryIn(folder)
      const unavailable = 'the file is damaged (SQLITE_CORRUPT)'
      const right = { ...library, keyStoreStatus: async () => ({ ...(await library.keyStoreStatus()), unavailable }) }
      const uncounted = await runCli(['--data', folder, 'keys', 'status'], {
        openLibrary: () => Promise.resolve({ _tag: 'Right', right }),
      })
      expect(uncounted).toMatchObject({
        code: 3,
        problems: [
          'The keys cannot be counted: the file is damaged (SQLITE_CORRUPT). Stop the process and put the file back from a backup: see Backup and restore in adapters/README.md.',
        ],
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

  it.each([
    ['serve', ['(default: 3000)', '(default: 127.0.0.1)', '(default: none)']],
    ['import borrowers', ['(default: <file>.rejects.csv beside the data folder)', 'the exit code is 0, also when']],
    ['import loans', ['(default: <file>.rejects.csv beside the data folder)', 'the exit code is 0, also when']],
  ])('says what holds without an option, and of an import how rows are rejected: %s', async (command, texts) => {
    const help = (await runCli([...command.split(' '), '--help'])).lines.join('\n').replace(/\s+/g, ' ')
    for (const text of texts) expect(help).toContain(text)
  })
})
