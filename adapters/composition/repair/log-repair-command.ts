import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { CommandLineOptions } from '../../interfaces/cli/cli-command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { folderErrorMessage, type FolderError } from '../../stores/data-folder/folder-error'
import { lockFolder } from '../../stores/data-folder/lock-folder'
import { checkStoresLocation } from '../../stores/data-folder/moved-to-servers'
import { repairLogFile, type LogRepair } from '../../stores/eventstore/sqlite/repair/repair-log-file'

type RepairOfLog = E.Either<StoreUnavailable, LogRepair>

const repairText = (log: LogName, repair: RepairOfLog): string => {
  if (E.isLeft(repair)) return `${log}: not repaired: ${repair.left.reason}.`
  switch (repair.right._tag) {
    case 'NothingDamaged':
      return `${log}: the file is whole.`
    case 'Repaired':
      return `${log}: repaired. The file as it was is ${repair.right.damagedCopy}: remove it when "glemsom log check" finds nothing.`
    case 'NotRepairable':
      return `${log}: not repaired, because ${repair.right.reason}. ${repair.right.whatToDo}`
  }
}

const isWell = (repair: RepairOfLog): boolean => E.isRight(repair) && repair.right._tag !== 'NotRepairable'

/** A folder with a library that this process may repair, locked. */
const lockForRepair = (layout: DataFolderLayout): E.Either<FolderError, () => void> =>
  pipe(
    checkStoresLocation(layout, false),
    E.filterOrElse(
      () => existsSync(layout.circulation),
      (): FolderError => ({ _tag: 'FolderDamaged', folder: layout.root, reason: 'there is no log in it' }),
    ),
    E.flatMap(() => lockFolder(layout)),
  )

/**
 * `glemsom log repair`: makes the indexes of damaged logs anew from their tables, while no process serves the library.
 * Exit code 0 when both logs are whole afterwards, 4 while another process owns the folder.
 */
export const logRepairCommand = (
  { json }: Pick<CommandLineOptions, 'json'>,
  layout: DataFolderLayout,
  output: CliOutput,
): ExitCode => {
  const locked = lockForRepair(layout)
  if (E.isLeft(locked)) {
    output.writeProblem(folderErrorMessage(locked.left))
    return locked.left._tag === 'FolderInUse' ? exitCode.inUse : exitCode.refused
  }
  try {
    const repairs = logNames.map((log): readonly [LogName, RepairOfLog] => [log, repairLogFile(layout[log])])
    if (json)
      output.writeLine(JSON.stringify(Object.fromEntries(repairs.map(([log, repair]) => [log, E.toUnion(repair)]))))
    else for (const [log, repair] of repairs) output.writeLine(repairText(log, repair))
    return repairs.every(([, repair]) => isWell(repair)) ? exitCode.done : exitCode.refused
  } finally {
    locked.right()
  }
}
