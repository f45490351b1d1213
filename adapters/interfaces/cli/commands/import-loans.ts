import type { Either } from 'fp-ts/Either'
import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import type { System } from '../../../processes/running/system'
import type { Asked, Command } from '../command'
import { exitCode, type ExitCode } from '../exit-code'
import type { Progress } from '../out'
import { withSystem } from '../with-system'

/** A ledger to import, as it is asked for; what is not said has a default. Paths are absolute. */
export interface LedgerAsked {
  readonly file: string
  /** A file of JSON that says which columns say what; options say it over. */
  readonly mappingFile?: string
  readonly mapping: Readonly<Record<string, unknown>>
  readonly feesPaidAfterDays?: number
  readonly billsPaidAfterDays?: number
  readonly price?: Ore
  readonly handling?: Ore
  readonly branch?: string
  readonly rejects: string
}

/** Why a ledger is not imported, in words that name nobody. */
export interface Problem {
  readonly kind: 'usage' | 'refused' | 'unavailable'
  readonly words: string
}

/** What an import has to say, as lines and as a value for machines. */
export interface Told {
  readonly lines: ReadonlyArray<string>
  readonly json: unknown
  /** Whether the library's counts agree with the file, and nothing was overdue. */
  readonly sound: boolean
}

/** A ledger that was read, and can be imported into a library. */
export interface LedgerRead {
  /** The day on which a new library's clock must stand. */
  readonly startOn: Day
  readonly handling: Ore
  readonly importInto: (system: System, progress: (progress: Progress) => void) => Promise<Either<Problem, Told>>
}

export type ReadLedger = (asked: LedgerAsked) => Promise<Either<Problem, LedgerRead>>

const codes: Readonly<Record<Problem['kind'], ExitCode>> = {
  usage: exitCode.usage,
  refused: exitCode.refused,
  unavailable: exitCode.unavailable,
}

/** Reads a ledger, opens the library (a new one stands on the ledger's first month), and imports. */
export const importLoans =
  (read: ReadLedger) =>
  ({ json }: Asked, ledger: LedgerAsked): Command =>
  async (open, out) => {
    const given = await read(ledger)
    if (given._tag === 'Left') {
      out.problem(given.left.words)
      return codes[given.left.kind]
    }
    const { importInto, startOn, handling } = given.right
    const run = withSystem(
      async (system) => {
        const imported = await importInto(system, out.progress)
        out.endProgress()
        if (imported._tag === 'Left') {
          out.problem(imported.left.words)
          return codes[imported.left.kind]
        }
        if (json) out.line(JSON.stringify(imported.right.json))
        else imported.right.lines.forEach(out.line)
        return imported.right.sound ? exitCode.done : exitCode.refused
      },
      { startOn, handling, inBulk: true },
    )
    return run(open, out)
  }
