import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { openRunningLibrary } from '../../../../adapters/composition/open-running-library'
import { testOpenOptions, openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { flipIndexBit } from '../../../e2e/damage/flip-index-bit'
import { hideStreams } from '../../../e2e/damage/hide-streams'
import { makeSeededRandom } from '../../../forensic/simulation/seeded-random'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { acquireOneCopy, oneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { runCli } from './run-cli'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

const inDamagedFolder =
  (folder: string) =>
  (...argv: ReadonlyArray<string>) =>
    runCli(['--data', folder, ...argv], {
      openLibrary: async () =>
        ({
          _tag: 'Right',
          right: rightOrThrow(await openRunningLibrary(folder, { ...testOpenOptions, alarm: () => undefined })()),
        }) as const,
      cwd: path.dirname(folder),
    })

const withLibrary = (use: (folder: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const library = await openLibraryIn(folder)
    await acquireOneCopy(library)
    await registerNumberedBorrower(library, 1)
    await library.close()
    await use(folder)
  })

const damageCopy = (folder: string): void => {
  const db = new Database(path.join(folder, 'circulation.db'))
  db.prepare(`UPDATE events SET open = '{' WHERE type = 'CopyAcquired'`).run()
  db.close()
  rmSync(path.join(folder, 'views'), { recursive: true })
}

describe('glemsom log check', () => {
  it('finds nothing in a whole library', () =>
    withLibrary(async (folder) => {
      const { code, lines } = await inDamagedFolder(folder)('log', 'check')
      expect([code, lines]).toEqual([0, ['2 events read, none is damaged.']])
    }))

  it('names log, stream, revision and reason of what is damaged, and how to go on', () =>
    withLibrary(async (folder) => {
      damageCopy(folder)
      const { code, lines } = await inDamagedFolder(folder)('log', 'check')
      expect(code).toBe(1)
      expect(lines.slice(0, 2)).toEqual([
        '2 events read, 1 damaged:',
        `circulation  copy-${oneCopy}  revision 0  CopyAcquired: the code does not match`,
      ])
      expect(lines.join('\n')).toContain('glemsom log check --backup')
    }))

  it('says what a backup has, by a path from where the caller is, and leaves no file in the backup', () =>
    withLibrary(async (folder) => {
      const backup = `${folder}-backup`
      copyWithModes(folder, backup, { recursive: true })
      const filesBefore = readdirSync(backup)
      damageCopy(folder)
      const glemsom = inDamagedFolder(folder)
      const { lines } = await glemsom('--json', 'log', 'check', '--backup', path.basename(backup))
      expect(JSON.parse(lines[0] ?? '')).toEqual({
        events: 2,
        damaged: [
          {
            ...{ log: 'circulation', stream: `copy-${oneCopy}`, revision: 0, type: 'CopyAcquired' },
            ...{ reason: 'the code does not match', backup: 'readable' },
          },
        ],
        changedLogs: [],
        files: ['circulation.db', 'persons.db', 'keys-circulation.db', 'keys-persons.db'].map((file) => ({
          ...{ file, status: 'ok', whatToDo: null },
        })),
      })
      expect(readdirSync(backup)).toEqual(filesBefore)
    }))

  it.each<readonly [string, (backup: string) => void, string]>([
    ['does not exist', () => undefined, 'there is no folder'],
    ['has no logs', (backup) => mkdirSync(backup), 'has no circulation.db: name a copy of a data folder'],
    [
      'has a file that is no log',
      (backup) => {
        mkdirSync(backup)
        for (const log of ['circulation', 'persons']) writeFileSync(path.join(backup, `${log}.db`), 'x'.repeat(5000))
      },
      'circulation.db is not a log: the file is not a database',
    ],
    [
      'has a database that is no log',
      (backup) => {
        mkdirSync(backup)
        for (const log of ['circulation', 'persons'])
          new Database(path.join(backup, `${log}.db`)).exec('CREATE TABLE other (id INTEGER)').close()
      },
      'circulation.db is not a log: it has no events',
    ],
  ])('says what is wrong with the folder of a backup that %s', (_, make, text) =>
    withLibrary(async (folder) => {
      const backup = `${folder}-backup`
      make(backup)
      const { code, problems } = await inDamagedFolder(folder)('log', 'check', '--backup', backup)
      expect([code, problems]).toEqual([2, [expect.stringContaining(text)]])
      expect(problems.join()).not.toContain('driver')
    }),
  )

  it('names a revision that has no event', () =>
    withLibrary(async (folder) => {
      const db = new Database(path.join(folder, 'circulation.db'))
      db.prepare('UPDATE events SET revision = 1').run()
      db.close()
      const { code, lines } = await inDamagedFolder(folder)('log', 'check')
      expect(code).toBe(1)
      expect(lines[1]).toBe(
        `circulation  copy-${oneCopy}  revision 0  no event: the event is missing, or stands in another stream`,
      )
    }))

  it('names a file whose index does not agree with its table, and how to repair it', () =>
    withLibrary(async (folder) => {
      flipIndexBit(path.join(folder, 'circulation.db'), 'events_by_stream', makeSeededRandom(1))
      const { code, lines } = await inDamagedFolder(folder)('log', 'check')
      expect(code).toBe(1)
      expect(lines.at(-1)).toMatch(/^circulation\.db: .*SQLITE_CORRUPT.* Stop the process and run glemsom log repair\./)
    }))

  it('says that a file is damaged, and of no stream that it has no events: show, in a library that nobody has checked', () =>
    withLibrary(async (folder) => {
      hideStreams(path.join(folder, 'circulation.db'), [`copy-${oneCopy}`])
      const { code, lines, problems } = await inDamagedFolder(folder)('show', `copy-${oneCopy}`)
      expect([code, lines]).toEqual([3, []])
      expect(problems).toEqual([
        expect.stringMatching(
          /^The command cannot be done: circulation\.db .*\. Stop the process and run glemsom log repair\./,
        ),
      ])
    }))

  it('finds a damaged event in a backup whose index hides its stream', () =>
    withLibrary(async (folder) => {
      const backup = `${folder}-backup`
      copyWithModes(folder, backup, { recursive: true })
      hideStreams(path.join(backup, 'circulation.db'), [`copy-${oneCopy}`])
      damageCopy(folder)
      const { lines } = await inDamagedFolder(folder)('log', 'check', '--backup', backup)
      expect(lines[1]).toContain('the backup has it, and it can be read there')
    }))

  it('names two events that stand at one place of a stream', () =>
    withLibrary(async (folder) => {
      const db = new Database(path.join(folder, 'circulation.db'))
      db.exec(`DROP INDEX events_by_stream; INSERT INTO events SELECT 2, stream, revision, id, type, version, recorded,
        open, sealed, code FROM events; CREATE INDEX events_by_stream ON events (stream, revision)`)
      db.close()
      const { code, lines } = await inDamagedFolder(folder)('log', 'check')
      expect(code).toBe(1)
      expect(lines[1]).toBe(
        `circulation  copy-${oneCopy}  revision 0  no event: another event stands at the same place`,
      )
    }))

  it('shows a damaged event beside the others', () =>
    withLibrary(async (folder) => {
      damageCopy(folder)
      const { code, lines } = await inDamagedFolder(folder)('show', `copy-${oneCopy}`)
      expect(code).toBe(0)
      expect(lines.join('\n')).toContain('DAMAGED: the code does not match')
    }))
})
