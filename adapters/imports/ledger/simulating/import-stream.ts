import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { System } from '../../../processes/running/system'
import { handle } from '../../../../domain/command-handling/handle'
import { importAggregate } from '../../../../domain/import/aggregate'
import type { ImportCommand } from '../../../../domain/import/decide'
import type { Day } from '../../../../domain/values/day'
import type { ImportId, ScopeId } from '../../../../domain/values/ids'
import type { ActName, ImportError } from '../import-error'
import type { Ledger } from '../reading/read-ledger'
import { brokeOff } from './broke-off'
import type { Running } from './running'

const carryOut = (
  { library }: System,
  act: ActName,
  on: Day,
  command: ImportCommand,
): TE.TaskEither<ImportError, ImportId> =>
  pipe(
    handle(library.desk)(importAggregate)(command.import)(command),
    TE.bimap(brokeOff(act, on), () => command.import),
  )

/** Begins an import: the key of its scope is durable before the event that names it. */
export const startImport = (
  system: System,
  { fingerprint, rows }: Ledger,
  today: Day,
): TE.TaskEither<ImportError, ImportId> => {
  const id = system.library.desk.random.uuid() as ImportId
  return pipe(
    system.library.desk.keys.make([{ scope: id as string as ScopeId, class: 'import' }]),
    TE.mapLeft(brokeOff('start', today)),
    TE.chain(() => carryOut(system, 'start', today, { type: 'StartImport', import: id, fingerprint, rows })),
  )
}

/** Ends an import with its last row: from now on nobody can derive its ids again. */
export const finishImport =
  ({ system, scope, ledger }: Running) =>
  (today: Day): TE.TaskEither<ImportError, ImportId> =>
    carryOut(system, 'finish', today, {
      type: 'FinishImport',
      import: scope,
      loans: ledger.loans.length,
      rejects: ledger.rejects.length,
      finishedOn: today,
    })
