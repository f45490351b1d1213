import { availableParallelism } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { logNames } from '../../../domain/event/stream'
import {
  describeDatabaseFileDamage,
  type DatabaseFileToCheck,
  type DatabaseFileCheckResults,
  type FileCheckResult,
} from '../../processes/damage/database-file-check-results'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { FailingPartRegistry, SystemPartName } from '../../processes/failures/failing-system-part-registry'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { FileDamage } from '../../stores/sqlite/integrity/find-file-damage'
import type { CheckFile } from '../../stores/sqlite/integrity/check-database-file'

/** Ms between two checks of all files: six hours. */
export const databaseFileCheckInterval = 21_600_000

const checkable = (part: SystemPartName, file: string): DatabaseFileToCheck => ({
  path: file,
  file: path.basename(file),
  part,
})

/** The files of the logs and keys in a folder. What is folded from the logs is encrypted with a code for each page. */
export const checkableFilesOf = (layout: DataFolderLayout): ReadonlyArray<DatabaseFileToCheck> => [
  checkable('circulation', layout.circulation),
  checkable('persons', layout.persons),
  ...logNames.map((log) => checkable('keys', layout.keys[log])),
]

interface FileCheckDependencies {
  readonly fileChecks: DatabaseFileCheckResults
  readonly failingParts: Pick<FailingPartRegistry, 'failed'>
  readonly alarm: AlarmReporter
  readonly checkFile: CheckFile
}

const resultOfCheck = (checked: E.Either<StoreUnavailable, FileDamage | undefined>): FileCheckResult => {
  if (E.isLeft(checked)) return { _tag: 'CheckFailed', reason: checked.left.reason }
  return checked.right === undefined ? { _tag: 'Whole' } : { _tag: 'Damaged', damage: checked.right }
}

/** The checks of the files of a library. */
export interface FileCheckOperations {
  /** Checks all files: those of one part after the other, and of so many parts at a time. */
  readonly checkAll: (partsAtATime: number) => Task<void>
  /** Checks the files of a part that were not checked yet. */
  readonly checkUnchecked: (part: SystemPartName) => Task<void>
}

/**
 * Of how many parts files are checked at a time before anybody is served: two where the machine has four cores. Each check
 * is a process that uses a core, and two of them on two cores that others use too take as long as one after the other
 * (measured). While the library serves, one core at most is used for it.
 */
export const systemPartsCheckedInParallelAtStart = availableParallelism() >= 4 ? 2 : 1

/**
 * Raises an alarm for each file that is damaged or could not be checked; a part with a damaged file fails from then on.
 * `stop` ends running checks at once, and their results are not reported.
 */
export const createFileCheckOperations = (
  { fileChecks, failingParts, alarm, checkFile }: FileCheckDependencies,
  stop: AbortSignal,
): FileCheckOperations => {
  const isStopped = (): boolean => stop.aborted
  const report = (file: DatabaseFileToCheck, result: FileCheckResult): void => {
    const wasDamaged = fileChecks.resultOf(file)._tag === 'Damaged'
    fileChecks.report(file, result)
    if (result._tag === 'CheckFailed') alarm('FileNotChecked', { file: file.file, reason: result.reason })
    if (result._tag !== 'Damaged' || wasDamaged) return
    const reason = describeDatabaseFileDamage(file.file, result.damage)
    alarm('FileDamaged', { file: file.file, reason })
    failingParts.failed(file.part, reason)
  }
  const checkOneByOne = async (files: ReadonlyArray<DatabaseFileToCheck>): Promise<void> => {
    for (const file of files) {
      if (isStopped()) return
      const checked = await fileChecks.oneAtATime(file.part)(checkFile(file.path, stop))()
      if (!isStopped()) report(file, resultOfCheck(checked))
    }
  }
  const filesOf = (part: SystemPartName) => fileChecks.files.filter((file) => file.part === part)
  return {
    checkAll: (partsAtATime) => async () => {
      const parts = new Set(fileChecks.files.map(({ part }) => part)).values()
      const checkParts = async (): Promise<void> => {
        for (const part of parts) await checkOneByOne(filesOf(part))
      }
      await Promise.all(Array.from({ length: partsAtATime }, checkParts))
    },
    checkUnchecked: (part) => () =>
      checkOneByOne(filesOf(part).filter((file) => fileChecks.resultOf(file)._tag === 'NotChecked')),
  }
}
