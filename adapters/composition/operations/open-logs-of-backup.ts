import { existsSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { BackupIsUnusable } from '../../processes/damage/log-check'
import { dataFolderLayout, type DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { openLogCopy, type LogCopy } from '../../stores/eventstore/sqlite/open-log-copy'

/** Both logs of a backup. Whoever opens them closes them. */
export type LogCopies = Readonly<Record<LogName, LogCopy>>

const unusable = (reason: string): BackupIsUnusable => ({ _tag: 'BackupIsUnusable', reason })

/** What is wrong with the folder of a backup, before its files are opened. */
const findBackupProblem = (layout: DataFolderLayout): string | undefined => {
  const { root } = layout
  if (!existsSync(root)) return `there is no folder ${root}`
  const missing = logNames.find((log) => !existsSync(layout[log]))
  return missing && `the folder ${root} has no ${path.basename(layout[missing])}: name a copy of a data folder`
}

const openCopy = (layout: DataFolderLayout, log: LogName): E.Either<BackupIsUnusable, LogCopy> =>
  pipe(
    openLogCopy(layout[log]),
    E.mapLeft(({ reason }) =>
      unusable(`${layout[log]} is not a log: ${reason.includes('SQLITE_ERROR') ? 'it has no events' : reason}`),
    ),
  )

/** Opens the logs in the folder of a backup, read-only. */
export const openLogsOfBackup = (folder: string): E.Either<BackupIsUnusable, LogCopies> => {
  const layout = dataFolderLayout(folder)
  const problem = findBackupProblem(layout)
  if (problem !== undefined) return E.left(unusable(problem))
  const circulation = openCopy(layout, 'circulation')
  if (E.isLeft(circulation)) return circulation
  const persons = openCopy(layout, 'persons')
  if (E.isRight(persons)) return E.right({ circulation: circulation.right, persons: persons.right })
  circulation.right.close()
  return persons
}
