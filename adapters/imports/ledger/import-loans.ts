import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { System } from '../../processes/running/system'
import type { MachineClock } from '../../../domain/ports/clocks'
import type { ImportError } from './import-error'
import type { Ledger } from './reading/read-ledger'
import type { ImportOptions, ImportProgress } from './request'
import { begin } from './simulating/begin'
import { replay } from './simulating/replay'
import type { Running } from './simulating/running'
import { summarise } from './telling/summarise'
import type { ImportSummary } from './telling/summary'

/** What came of asking for an import. */
export type Imported =
  | { readonly _tag: 'Imported'; readonly summary: ImportSummary }
  /** This very file has been read in before: nothing was changed. */
  | { readonly _tag: 'ImportedAlready'; readonly loans: number; readonly rejects: number }

const replayed = (
  running: Running,
  resumed: boolean,
  progress: ImportProgress,
  machine: MachineClock,
): TE.TaskEither<ImportError, Imported> => {
  const began = machine.elapsed()
  return pipe(
    replay(running, progress, machine),
    TE.chainTaskK(() => async () => ({
      _tag: 'Imported' as const,
      summary: await summarise(running, resumed, began, machine),
    })),
  )
}

/**
 * Reads a ledger into a library with a simulated clock: each day is replayed and closed, and what falls due with it is
 * erased; on after the last row until nothing falls due and every inactive borrower is erased. Broken off, it goes on
 * from where it was when run again with the same file, mapping and options.
 */
export const importLoans =
  (system: System, machine: MachineClock) =>
  (ledger: Ledger, options: ImportOptions, progress: ImportProgress): TE.TaskEither<ImportError, Imported> =>
    pipe(
      begin(system, ledger, options),
      TE.chain((beginning): TE.TaskEither<ImportError, Imported> => {
        if (beginning._tag === 'Begun') return replayed(beginning.running, beginning.resumed, progress, machine)
        const { loans, rejects } = beginning.before
        return TE.right({ _tag: 'ImportedAlready', loans: loans ?? 0, rejects: rejects ?? 0 })
      }),
    )
