import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import { handleCommand } from '../../../../domain/command-handling/handle-command'
import { ledgerImportAggregate } from '../../../../domain/import/ledger-import-aggregate'
import type { LedgerImportCommand } from '../../../../domain/import/decide-ledger-import-command'
import type { Day } from '../../../../domain/values/day'
import type { ImportId, ScopeId } from '../../../../domain/values/ids'
import type { LedgerImportStep, LedgerImportError } from '../ledger-import-error'
import type { Ledger } from '../reading/read-ledger'
import { toImportInterrupted } from './to-import-interrupted'
import type { RunningImport } from './running-import'

const handleImportCommand = (
  { useCaseDependencies: dependencies }: RunningLibrary,
  step: LedgerImportStep,
  on: Day,
  command: LedgerImportCommand,
): TE.TaskEither<LedgerImportError, ImportId> =>
  pipe(
    handleCommand(dependencies.commandHandling)(ledgerImportAggregate)(command.import)(command),
    TE.bimap(toImportInterrupted(step, on), () => command.import),
  )

/** Starts an import. The key of its scope is durable before the event that names the scope. */
export const startImport = (
  library: RunningLibrary,
  { fingerprint, rows }: Ledger,
  today: Day,
): TE.TaskEither<LedgerImportError, ImportId> => {
  const id = library.useCaseDependencies.commandHandling.random.uuid() as ImportId
  return pipe(
    library.useCaseDependencies.commandHandling.keys.createKeys([{ scope: id as string as ScopeId, class: 'import' }]),
    TE.mapLeft(toImportInterrupted('start', today)),
    TE.chain(() =>
      handleImportCommand(library, 'start', today, { type: 'StartImport', import: id, fingerprint, rows }),
    ),
  )
}

/** Finishes an import after its last row. Its scope is due at once, so its ids cannot be derived again. */
export const finishImport =
  ({ library, scope, ledger }: RunningImport) =>
  (today: Day): TE.TaskEither<LedgerImportError, ImportId> =>
    handleImportCommand(library, 'finish', today, {
      type: 'FinishImport',
      import: scope,
      loans: ledger.loans.length,
      rejects: ledger.rejects.length,
      finishedOn: today,
    })
