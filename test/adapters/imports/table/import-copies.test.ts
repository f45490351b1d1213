import * as E from 'fp-ts/Either'
import { createReceivedCommandLineRunner } from '../../../../adapters/interfaces/cli/create-cli'
import { listenOnCommandSocket } from '../../../../adapters/interfaces/cli/socket/listen-on-command-socket'
import { importTable } from '../../../../adapters/imports/table/import-table'
import type {
  ImportedRecordCommandError,
  ImportRecordKind,
} from '../../../../adapters/imports/table/import-record-kind'
import { copiesTable } from '../../../../projections/copies/copies-table'
import { withRunningLibrary, openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { withFile } from '../csv/read-test-file'
import { prepareTestImport, runCli } from '../../interfaces/cli/run-cli'
import { copyHeadings, copyRow, withTableSteps } from './table-steps'

describe('a table of copies', () => {
  it('is imported with prices in kroner, and a second time adds nothing', async () => {
    await withTableSteps(async ({ importTable: importCopies, withLibrary }) => {
      const table = copyHeadings + copyRow('3274626533') + copyRow('3274626541', '52557240', '49.50')
      expect(await importCopies('copies', table)).toMatchObject({ code: 0, counts: { added: 2, accounted: 3 } })
      expect(await withLibrary(({ rows }) => rows.find(copiesTable, { orderBy: ['copy'] }))).toMatchObject([
        { copy: '3274626533', title: '52557240', name: 'Tine', author: 'Herman Bang', ageLimit: null, price: 20_000 },
        { copy: '3274626541', price: 4950 },
      ])
      expect(await importCopies('copies', table)).toMatchObject({ counts: { added: 0, present: 2 } })
    })
  })

  it('has every member of an acquisition as a column, and leaves out those that are empty', async () => {
    await withTableSteps(async ({ importTable: importCopies, withLibrary }) => {
      const rows = [
        '3274626533,52557240,DK-785100,standard,Tine,,15,200,82.1 Bang\n',
        '3274626541,52557240,DK-785100,standard,Tine,,,200,\n',
      ]
      expect(await importCopies('copies', `${copyHeadings.trim()},shelfMark\n${rows.join('')}`)).toMatchObject({
        counts: { added: 2, rejected: 0 },
      })
      expect(await withLibrary(({ rows: found }) => found.find(copiesTable, { orderBy: ['copy'] }))).toMatchObject([
        { author: null, ageLimit: 15, shelfMark: '82.1 Bang' },
        { ageLimit: null, shelfMark: null },
      ])
    })
  })

  it('rejects what contradicts the library or itself, and what no copy may be', async () => {
    await withTableSteps(async ({ importTable: importCopies, rejects }) => {
      await importCopies('copies', copyHeadings + copyRow('3274626533'))
      const table = [
        copyRow('3274626533', '52557259'),
        copyRow('3274626541'),
        copyRow('3274626541'),
        copyRow('3274626558', '52557240', '1,5.0'),
        copyRow('3274626558', '52557240', ''),
        copyRow('x'),
      ].join('')
      expect(await importCopies('copies', copyHeadings + table, '--separator', ',')).toMatchObject({
        counts: { added: 1, rejected: 5, accounted: 7 },
      })
      expect(rejects()).toMatch(
        /^line,row,reason\n2,1,copy is the item number of a copy of another title\n4,3,copy is that of row 2\n5,4,more columns[^\n]*\n6,5,"?price must be an amount in kroner[^\n]*\n7,6,"?copy /,
      )
    })
  })

  it('is imported by the process that serves the folder', async () => {
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      const socket = await listenOnCommandSocket(
        folder,
        createReceivedCommandLineRunner(prepareTestImport, library, () => true),
      )
      await withFile(copyHeadings + copyRow('3274626533'), async (file) => {
        const ran = await runCli(['--data', folder, 'import', 'copies', file], { isOwned: () => true })
        expect(ran).toMatchObject({ code: 0, problems: [] })
        expect(ran.lines.join('\n')).toMatch(/Copies added +1\n/)
        expect(ran.progressReports.at(-1)).toEqual({ what: 'Copies', done: 1, total: 1 })
      })
      await library.catchUpReadModels()
      expect(library.rows.count(copiesTable, {})).toBe(1)
      await socket.close()
      await library.close()
    })
  })
})

describe('the import of a table', () => {
  const table = (
    outcomes: ReadonlyArray<ImportedRecordCommandError | undefined>,
    isPresentAfter = 99,
  ): ImportRecordKind<string> => {
    let attempts = 0
    return {
      name: 'Texts',
      requiredColumns: [],
      optionalColumns: [],
      decodeRow: () => E.right(''),
      numbersOf: () => [],
      statusOf: () => () => ({ _tag: attempts >= isPresentAfter ? 'Present' : 'New' }),
      addTo: () => () => () => {
        const error = outcomes[attempts++]
        return Promise.resolve(error === undefined ? E.right(undefined) : E.left(error))
      },
    }
  }
  const read = {
    lines: { inFile: 2, headings: 1, blank: 0 },
    rejects: [],
    records: [{ row: 1, firstLine: 2, lastLine: 2, record: 'a' }],
  }
  const run = (of: ImportRecordKind<string>) =>
    withRunningLibrary(async (library) => {
      const troubles: unknown[] = []
      const outcome = await importTable(of, library, [1, 1])(read, false, {
        onRecord: () => undefined,
        onTrouble: (trouble) => void troubles.push(trouble),
      })()
      return { outcome, troubles }
    })
  const unavailable = { _tag: 'Unavailable', reason: 'the key left the cache while it was asked for' } as const
  const taken = { _tag: 'Refused', refusal: { _tag: 'NumberIsTaken' } } as const

  it('goes on by itself after trouble that passes', async () => {
    const { outcome, troubles } = await run(table([unavailable, { _tag: 'StoreBusy' }]))
    expect(outcome).toEqual(E.right({ added: 1, present: 0, rejects: [] }))
    expect(troubles).toHaveLength(2)
  })

  it('counts a record whose first answer was lost as present, and not as rejected', async () => {
    expect((await run(table([unavailable, taken], 2))).outcome).toEqual(E.right({ added: 0, present: 1, rejects: [] }))
  })

  it('rejects what a rule of the library refuses', async () => {
    expect((await run(table([taken]))).outcome).toMatchObject(
      E.right({ added: 0, rejects: [{ row: 1, reason: 'refused: NumberIsTaken' }] }),
    )
  })

  it('stops with the reason after trouble that does not pass', async () => {
    expect((await run(table([unavailable, unavailable, unavailable]))).outcome).toEqual(
      E.left({ _tag: 'TableInterrupted', errorTag: 'Unavailable', reason: unavailable.reason }),
    )
  })
})
