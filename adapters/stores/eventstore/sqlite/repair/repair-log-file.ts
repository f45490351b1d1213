import { constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable } from '../../../../../domain/ports/event-store'
import { removeDatabase, removeFiles, sideFilesOf } from '../../../sqlite/sqlite-file-removal'
import { findFileDamage } from '../../../sqlite/integrity/find-file-damage'
import type { SqliteDatabase } from '../../../sqlite/open-sqlite-database'
import { isDamageReason, sqliteUnavailable } from '../../../sqlite/sqlite-failure'
import { bulkLogSettings } from '../../../sqlite/sqlite-settings'
import { syncToDisk } from '../../../sqlite/sync-to-disk'
import { openEventLogFile } from '../event-log-file'
import { copyTablesOfDamagedLog } from './copy-tables-of-damaged-log'
import { findStreamsThatDifferFromIndex } from './find-streams-that-differ-from-index'
import { findProblemOfRepairedLog } from './find-problem-of-repaired-log'

/** What was done about a log that no process has open. */
export type LogRepair =
  | { readonly _tag: 'NothingDamaged' }
  /** The file was replaced. `damagedCopy` is the path of the file as it was. */
  | { readonly _tag: 'Repaired'; readonly damagedCopy: string }
  /** The file is as it was. */
  | { readonly _tag: 'NotRepairable'; readonly reason: string; readonly whatToDo: string }

/** Uses an open log, and closes it. Throws become StoreUnavailable. */
const withLogFile = <A>(file: string, use: (db: SqliteDatabase) => A): E.Either<StoreUnavailable, A> =>
  pipe(
    openEventLogFile({ file, settings: bulkLogSettings }),
    E.flatMap((db) => {
      const used = E.tryCatch(() => use(db), sqliteUnavailable)
      db.close()
      return used
    }),
  )

/** The doubtful streams of a damaged file; undefined when nothing is damaged. */
const examine = (db: SqliteDatabase): ReadonlySet<number> | undefined => {
  const damage = E.tryCatch(() => findFileDamage(db), sqliteUnavailable)
  return E.isRight(damage) && damage.right === undefined ? undefined : findStreamsThatDifferFromIndex(db)
}

const notRepairable = (
  reason: string,
  whatToDo = 'Put the file back from a backup: see Backup and restore in adapters/README.md.',
): LogRepair => ({ _tag: 'NotRepairable', reason, whatToDo })

/** Keeps the file as it was beside the log. A copy that cannot be completed is removed. */
const keepDamagedCopy = (file: string, damagedCopy: string): void => {
  try {
    copyFileSync(file, damagedCopy, constants.COPYFILE_EXCL)
    syncToDisk(damagedCopy)
  } catch (error) {
    rmSync(damagedCopy, { force: true })
    throw error
  }
}

const hasWriteAheadLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/**
 * Puts the repaired file in the place of the old one. SQLite would add the write-ahead log of the old file to the new
 * one, so the files beside the old one are removed first. They hold nothing: closing the file has emptied them.
 */
const replaceFile = (file: string, repaired: string, damagedCopy: string): LogRepair => {
  keepDamagedCopy(file, damagedCopy)
  removeFiles(sideFilesOf(file))
  renameSync(repaired, file)
  syncToDisk(path.dirname(file))
  return { _tag: 'Repaired', damagedCopy }
}

/** The reason may be a constraint: then two rows hold one place. */
const driverFailure = ({ reason }: StoreUnavailable): LogRepair =>
  notRepairable(reason.includes('SQLITE_CONSTRAINT') ? 'two rows hold the same place' : reason)

/** Why a damaged file is not replaced, whatever its rows are; undefined when it can be. */
const findObstacle = (file: string, damagedCopy: string): LogRepair | undefined => {
  if (existsSync(damagedCopy))
    return notRepairable(
      `an earlier repair has left ${damagedCopy}`,
      'Remove that file, or move it out of the folder, and run the command again.',
    )
  return hasWriteAheadLog(file)
    ? notRepairable('its write-ahead log cannot be copied into it', 'See the disk, and run the command again.')
    : undefined
}

const makeAnew = (file: string, doubtfulStreams: ReadonlySet<number>): LogRepair => {
  const damagedCopy = `${file}.damaged`
  const obstacle = findObstacle(file, damagedCopy)
  if (obstacle !== undefined) return obstacle
  const repaired = `${file}.repaired`
  removeDatabase(repaired)
  try {
    const problem = withLogFile(repaired, (db) => {
      copyTablesOfDamagedLog(db, file)
      return findProblemOfRepairedLog(db, doubtfulStreams)
    })
    if (E.isLeft(problem)) return driverFailure(problem.left)
    return problem.right === undefined ? replaceFile(file, repaired, damagedCopy) : notRepairable(problem.right)
  } finally {
    removeDatabase(repaired)
  }
}

/**
 * Makes the indexes of a damaged log anew: copies the rows of its tables into a new file, and puts it in the place of
 * the old one when they are proven to be all there and in their places. Needs that no process has the file open, and as
 * much room on the disk as the log has twice. Takes about half a minute for a million events.
 */
export const repairLogFile = (file: string): E.Either<StoreUnavailable, LogRepair> =>
  pipe(
    withLogFile(file, examine),
    E.flatMap((doubtfulStreams) =>
      doubtfulStreams === undefined
        ? E.right<StoreUnavailable, LogRepair>({ _tag: 'NothingDamaged' })
        : E.tryCatch(() => makeAnew(file, doubtfulStreams), sqliteUnavailable),
    ),
    E.orElse((error) => (isDamageReason(error.reason) ? E.right(driverFailure(error)) : E.left(error))),
  )
