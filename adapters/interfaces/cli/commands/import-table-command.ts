import type { Either } from 'fp-ts/Either'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import { commandOnLibrary } from '../command-on-library'
import type { CliOutput } from '../cli-output'
import { exitCode } from '../exit-code'
import { exitCodeByImportFailureKind, noImportIntoDemo, type ImportFailure, type ImportReport } from './import-outcome'

/** What a table brings in. */
export type ImportTableKind = 'borrowers' | 'copies'

/** The options of the import of a table. Paths are absolute. */
interface TableImportOptions {
  readonly file: string
  readonly separator: string
  readonly rejects: string
  readonly dryRun: boolean
}

/** A table that is read and ready to import. */
interface PreparedTableImport {
  readonly importInto: (
    library: RunningLibrary,
    output: Pick<CliOutput, 'showProgress' | 'writeNotice'>,
  ) => Promise<Either<ImportFailure, ImportReport>>
}

export type PrepareTableImport = (
  kind: ImportTableKind,
  options: TableImportOptions,
) => Promise<Either<ImportFailure, PreparedTableImport>>

/**
 * Reads a table of borrowers or copies, and adds those that the library does not have. Into a demo it adds no borrowers;
 * there a table of them can be tried with a dry run.
 */
export const importTableCommand =
  (prepare: PrepareTableImport, kind: ImportTableKind) =>
  ({ json }: CommandLineOptions, options: TableImportOptions): CliCommand =>
  async (open, output) => {
    const prepared = await prepare(kind, options)
    if (prepared._tag === 'Left') {
      output.writeProblem(prepared.left.message)
      return exitCodeByImportFailureKind[prepared.left.kind]
    }
    const run = commandOnLibrary(async (library) => {
      if (kind === 'borrowers' && library.isDemo && !options.dryRun) {
        output.writeProblem(`${noImportIntoDemo} To try the table here, add --dry-run, which changes nothing.`)
        return exitCode.refused
      }
      const imported = await prepared.right.importInto(library, output)
      output.endProgress()
      if (imported._tag === 'Left') {
        output.writeProblem(imported.left.message)
        return exitCodeByImportFailureKind[imported.left.kind]
      }
      if (json) output.writeLine(JSON.stringify(imported.right.json))
      else imported.right.lines.forEach(output.writeLine)
      return imported.right.isConsistent ? exitCode.done : exitCode.refused
    })
    return run(open, output)
  }
