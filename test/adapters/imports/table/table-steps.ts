import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { runCli } from '../../interfaces/cli/run-cli'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

export const borrowerHeadings =
  'card,name,birthDate,group,homeBranch,cpr,municipality,language,pin,careOf,address,phones,mobileForNotices,emails,emailForNotices\n'

/** A row of a borrower who has nothing optional. */
export const borrowerRow = (card: string, name: string, more = ',,,,,,,,,'): string =>
  `${card},${name},1980-05-01,adult,DK-785100,${more}\n`

export const copyHeadings = 'copy,title,branch,group,name,author,ageLimit,price\n'

export const copyRow = (copy: string, title = '52557240', price = '200'): string =>
  `${copy},${title},DK-785100,standard,Tine,Herman Bang,,${price}\n`

/** A library in a folder, closed between commands, and files beside it. */
export interface TableSteps {
  readonly folder: string
  /** Writes a file and imports it. */
  readonly importTable: (
    kind: 'borrowers' | 'copies',
    content: string,
    ...options: ReadonlyArray<string>
  ) => Promise<{ readonly code: number; readonly text: string; readonly counts: unknown }>
  readonly rejects: () => string
  readonly withLibrary: <A>(use: (library: RunningLibrary) => A | Promise<A>) => Promise<A>
}

export const withTableSteps = (use: (steps: TableSteps) => Promise<void>, { demo } = { demo: false }): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const file = path.join(path.dirname(folder), 'table.csv')
    const rejectsFile = `${file}.rejects.csv`
    await (await openLibraryIn(folder, { make: { clock: 'simulated', demo } })).close()
    await use({
      folder,
      importTable: async (kind, content, ...options) => {
        writeFileSync(file, content)
        const ran = await runCli(['--json', '--data', folder, 'import', kind, file, ...options])
        const [line] = ran.lines
        return {
          code: ran.code,
          text: [...ran.lines, ...ran.problems, ...ran.notices].join('\n'),
          counts: line === undefined ? undefined : JSON.parse(line),
        }
      },
      rejects: () => (existsSync(rejectsFile) ? readFileSync(rejectsFile, 'utf8') : ''),
      withLibrary: async (useLibrary) => {
        const library = await openLibraryIn(folder)
        rightOrThrow(await library.catchUpReadModels())
        try {
          return await useLibrary(library)
        } finally {
          await library.close()
        }
      },
    })
  })
