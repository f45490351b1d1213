import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseCommandLine } from '../../../../adapters/interfaces/verify/command-line'
import { verifyExport } from '../../../../adapters/interfaces/verify/verify-export'
import type { ExportVerification } from '../../../../adapters/interfaces/verify/export-verification'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { LogName } from '../../../../domain/event/stream'
import { addDays } from '../../../../domain/values/day'
import { copyOlderFolder } from '../../../fixtures/copy-older-folder'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn } from '../../../fixtures/running-library'

/** Moves the clock on, and signs the heads of the days that are closed by that. */
const passDays = async ({ audit, clock, transparency }: RunningLibrary, days: number): Promise<void> => {
  rightOrThrow(await clock.moveTo(addDays(days)(audit.today()), () => undefined)())
  await transparency!.signHeadsOfClosings()
}

/** The paths of an example: a library of 40 days, in which much was due and is erased, and its export. */
export interface ExampleExport {
  readonly data: string
  readonly folder: string
  readonly key: string
}

/** Writes the export of a data folder, which somebody may have changed. */
export const writeExportOf = async (data: string, folder: string): Promise<void> => {
  const library = await openLibraryIn(data, { alarm: () => undefined })
  rightOrThrow(await library.audit.exportTo(folder, () => undefined)())
  await library.close()
}

/** Makes the example in a folder of its own, which `remove` removes. */
const makeExampleExport = async (): Promise<ExampleExport & { readonly remove: () => void }> => {
  const parent = mkdtempSync(path.join(tmpdir(), 'glemsom-export-'))
  const [data, folder] = [path.join(parent, 'data'), path.join(parent, 'export')]
  copyOlderFolder(data)
  const library = await openLibraryIn(data)
  for (const days of [1, 9, 25, 5]) await passDays(library, days)
  await library.close()
  await writeExportOf(data, folder)
  return {
    ...{ data, folder, key: path.join(folder, 'verifying-key.pem') },
    remove: () => {
      rmSync(parent, { recursive: true, force: true })
    },
  }
}

/** Copies a folder for one test, and removes the copy afterwards. */
export const withCopy = async <A>(folder: string, use: (copy: string) => A | Promise<A>): Promise<A> => {
  const parent = mkdtempSync(path.join(tmpdir(), 'glemsom-copy-'))
  try {
    const copy = path.join(parent, 'copy')
    cpSync(folder, copy, { recursive: true })
    return await use(copy)
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

/** Verifies as the program does with these arguments. */
export const verifyAsProgram = async (...argv: ReadonlyArray<string>): Promise<ExportVerification> => {
  const parsed = await parseCommandLine(argv)
  if (parsed.asksFor === 'help') throw new Error('help was asked for')
  return verifyExport(parsed.request)
}

/** The answers of a verification that finds nothing. */
export const nothingFound: ExportVerification['answers'] = { retainedTooLong: 'no', erasedNotDue: 'no', altered: 'no' }

/** The alterations as kind, number at which the event was signed, and number at which it stands. */
export const placesOfAlterations = ({ findings }: ExportVerification) =>
  findings.alterations.map((finding) => [
    finding.kind,
    'signedAs' in finding ? finding.signedAs : null,
    'event' in finding ? finding.event.event : null,
  ])

/** Makes an example for the tests of a file before they run, and removes it after them. */
export const exampleExportForTests = () => {
  let made: Awaited<ReturnType<typeof makeExampleExport>>
  beforeAll(async () => {
    made = await makeExampleExport()
  })
  afterAll(() => {
    made.remove()
  })
  const verify = (folder: string, ...options: ReadonlyArray<string>): Promise<ExportVerification> =>
    verifyAsProgram(folder, '--key', made.key, ...options)
  return {
    example: (): ExampleExport => made,
    /** Verifies an export with the key of the example. */
    verify,
    /** Verifies a copy of the example that was tampered with. */
    verifyTampered: (tamper: (folder: string) => void): Promise<ExportVerification> =>
      withCopy(made.folder, (folder) => {
        tamper(folder)
        return verify(folder)
      }),
  }
}

export const eventFile = (folder: string, log: LogName): string => path.join(folder, `${log}.jsonl`)

/** The lines of a file, without the empty one after the last line feed. */
export const linesIn = (file: string): ReadonlyArray<string> => readFileSync(file, 'utf8').split('\n').slice(0, -1)

/** Writes a file of lines. */
export const writeLinesTo = (file: string, lines: ReadonlyArray<string>): void =>
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))

/** Changes the lines of the events of a log. */
export const changeEvents = (
  folder: string,
  log: LogName,
  change: (lines: ReadonlyArray<string>) => ReadonlyArray<string>,
): void => writeLinesTo(eventFile(folder, log), change(linesIn(eventFile(folder, log))))
