import type { Task } from 'fp-ts/Task'
import { keyedQueue } from '../../system/concurrency/keyed-queue'
import type { FileDamage } from '../../stores/sqlite/integrity/find-file-damage'
import type { SystemPartName } from '../failures/failing-system-part-registry'

/** A file of a part of the system. Its indexes are compared with its tables. */
export interface DatabaseFileToCheck {
  readonly path: string
  /** The name of the file, without its folder. */
  readonly file: string
  readonly part: SystemPartName
}

/** What the last check of a file has found. */
export type FileCheckResult =
  | { readonly _tag: 'NotChecked' }
  | { readonly _tag: 'Whole' }
  | { readonly _tag: 'Damaged'; readonly damage: FileDamage }
  /** The check could not run. */
  | { readonly _tag: 'CheckFailed'; readonly reason: string }

/** What is wrong with a damaged file, with a code from which `adviceOnFailingPart` says what to do. */
export const describeDatabaseFileDamage = (file: string, { indexes, beyondIndexes }: FileDamage): string =>
  beyondIndexes
    ? `${file} is damaged (SQLITE_CORRUPT)`
    : `${file} has indexes that do not agree with their tables: ${indexes.join(', ')} (SQLITE_CORRUPT_INDEX)`

/** The results of the last checks of all files. */
export interface DatabaseFileCheckResults {
  readonly files: ReadonlyArray<DatabaseFileToCheck>
  readonly report: (file: DatabaseFileToCheck, result: FileCheckResult) => void
  readonly resultOf: (file: DatabaseFileToCheck) => FileCheckResult
  /** Why a part must not be written: one of its files was found damaged. Undefined while none was. */
  readonly damageOf: (part: SystemPartName) => string | undefined
  /**
   * Runs the checks of the files of one part, and what must not run beside a check, one after the other. A check reads
   * a file for seconds, and SQLite cannot empty a write-ahead log while somebody reads.
   */
  readonly oneAtATime: (part: SystemPartName) => <A>(task: Task<A>) => Task<A>
}

const notChecked: FileCheckResult = { _tag: 'NotChecked' }

export const createDatabaseFileCheckResults = (files: ReadonlyArray<DatabaseFileToCheck>): DatabaseFileCheckResults => {
  const results = new Map<string, FileCheckResult>()
  const resultOf: DatabaseFileCheckResults['resultOf'] = ({ path }) => results.get(path) ?? notChecked
  return {
    files,
    report: (file, result) => {
      // Damage lasts until the process ends: what it read from the file before may be wrong as well.
      if (resultOf(file)._tag !== 'Damaged') results.set(file.path, result)
    },
    resultOf,
    damageOf: (part) => {
      for (const file of files.filter((each) => each.part === part)) {
        const result = resultOf(file)
        if (result._tag === 'Damaged') return describeDatabaseFileDamage(file.file, result.damage)
      }
      return undefined
    },
    oneAtATime: keyedQueue(),
  }
}
