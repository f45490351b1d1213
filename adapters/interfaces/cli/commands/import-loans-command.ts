import type { Either } from 'fp-ts/Either'
import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { commandOnLibrary } from '../command-on-library'
import { exitCodeByImportFailureKind, noImportIntoDemo, type ImportFailure, type ImportReport } from './import-outcome'
import type { PrepareTableImport } from './import-table-command'

/** The options of an import. What is not set has a default. Paths are absolute. */
export interface LedgerImportOptions {
  readonly file: string
  /** A JSON file that maps columns; options override it. */
  readonly mappingFile?: string
  readonly mapping: Readonly<Record<string, unknown>>
  readonly feesPaidAfterDays?: number
  readonly billsPaidAfterDays?: number
  readonly price?: Ore
  readonly handling?: Ore
  readonly branch?: string
  readonly rejects: string
}

/** A ledger that is read and ready to import. */
interface PreparedImport {
  /** The day that the clock of a new library shows. */
  readonly startOn: Day
  /** The handling fee for a lost copy, in øre; undefined for that of the policy. */
  readonly handling: Ore | undefined
  readonly importInto: (
    library: RunningLibrary,
    output: Pick<CliOutput, 'showProgress' | 'writeNotice'>,
  ) => Promise<Either<ImportFailure, ImportReport>>
}

type PrepareLedgerImport = (asked: LedgerImportOptions) => Promise<Either<ImportFailure, PreparedImport>>

/** How each kind of file is read before the library is opened. */
export interface ImportPreparationFunctions {
  readonly loans: PrepareLedgerImport
  readonly table: PrepareTableImport
}

/** Reads a ledger, opens the library (a new one starts in the first month of the ledger), and imports. */
export const importLoansCommand =
  (prepareImport: PrepareLedgerImport) =>
  ({ json }: CommandLineOptions, ledger: LedgerImportOptions): CliCommand =>
  async (open, output) => {
    const prepared = await prepareImport(ledger)
    if (prepared._tag === 'Left') {
      output.writeProblem(prepared.left.message)
      return exitCodeByImportFailureKind[prepared.left.kind]
    }
    const { importInto, startOn, handling } = prepared.right
    const run = commandOnLibrary(
      async (library) => {
        if (library.isDemo) {
          output.writeProblem(noImportIntoDemo)
          return exitCode.refused
        }
        const imported = await importInto(library, output)
        output.endProgress()
        if (imported._tag === 'Left') {
          output.writeProblem(imported.left.message)
          return exitCodeByImportFailureKind[imported.left.kind]
        }
        if (json) output.writeLine(JSON.stringify(imported.right.json))
        else imported.right.lines.forEach(output.writeLine)
        return imported.right.isConsistent ? exitCode.done : exitCode.refused
      },
      { startOn, handling, inBulk: true },
    )
    return run(open, output)
  }
