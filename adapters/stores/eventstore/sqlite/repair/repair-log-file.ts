import { copyFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable } from '../../../../../domain/ports/event-store'
import { removeDatabase } from '../../../sqlite/database-files'
import { findFileDamage } from '../../../sqlite/integrity/find-file-damage'
import type { Db } from '../../../sqlite/open-database'
import { sqliteUnavailable } from '../../../sqlite/sqlite-failure'
import { bulkLogSettings } from '../../../sqlite/sqlite-settings'
import { syncToDisk } from '../../../sqlite/sync-to-disk'
import { openLogFile } from '../log-file'
import { copyLogTables } from './copy-log-tables'
import { findDoubtfulStreams } from './find-doubtful-streams'
import { findRepairProblem } from './find-repair-problem'

/** What was done about a log that no process has open. */
export type LogRepair =
  | { readonly _tag: 'NothingDamaged' }
  /** The file was replaced. `damagedCopy` is the path of the file as it was. */
  | { readonly _tag: 'Repaired'; readonly damagedCopy: string }
  /** The file is as it was. */
  | { readonly _tag: 'NotRepairable'; readonly reason: string }

/** Uses an open log, and closes it. Throws become StoreUnavailable. */
const withLogFile = <A>(file: string, use: (db: Db) => A): E.Either<StoreUnavailable, A> =>
  pipe(
    openLogFile({ file, settings: bulkLogSettings }),
    E.flatMap((db) => {
      const used = E.tryCatch(() => use(db), sqliteUnavailable)
      db.close()
      return used
    }),
  )

/** The doubtful streams of a damaged file; undefined when nothing is damaged. */
const examine = (db: Db): ReadonlySet<number> | undefined => {
  const damage = E.tryCatch(() => findFileDamage(db), sqliteUnavailable)
  return E.isRight(damage) && damage.right === undefined ? undefined : findDoubtfulStreams(db)
}

const replaceFile = (file: string, repaired: string): LogRepair => {
  const damagedCopy = `${file}.damaged`
  copyFileSync(file, damagedCopy)
  syncToDisk(damagedCopy)
  renameSync(repaired, file)
  syncToDisk(path.dirname(file))
  return { _tag: 'Repaired', damagedCopy }
}

/** The reason may be a constraint: then two rows hold one place. */
const notRepairable = ({ reason }: StoreUnavailable): LogRepair => ({
  _tag: 'NotRepairable',
  reason: reason.includes('SQLITE_CONSTRAINT') ? 'two rows hold the same place' : reason,
})

const makeAnew = (file: string, doubtfulStreams: ReadonlySet<number>): LogRepair => {
  const repaired = `${file}.repaired`
  removeDatabase(repaired)
  const problem = withLogFile(repaired, (db) => {
    copyLogTables(db, file)
    return findRepairProblem(db, doubtfulStreams)
  })
  if (E.isRight(problem) && problem.right === undefined) return replaceFile(file, repaired)
  removeDatabase(repaired)
  return E.isLeft(problem) ? notRepairable(problem.left) : { _tag: 'NotRepairable', reason: problem.right ?? '' }
}

/**
 * Makes the indexes of a damaged log anew: copies the rows of its tables into a new file, and puts it in the place of the
 * old one when they are proven to be all there and in their places. Needs that no process has the file open, and as much
 * room on the disk as the log has twice. Takes about half a minute for a million events.
 */
export const repairLogFile = (file: string): E.Either<StoreUnavailable, LogRepair> =>
  pipe(
    withLogFile(file, examine),
    E.flatMap((doubtfulStreams) =>
      doubtfulStreams === undefined
        ? E.right<StoreUnavailable, LogRepair>({ _tag: 'NothingDamaged' })
        : E.tryCatch(() => makeAnew(file, doubtfulStreams), sqliteUnavailable),
    ),
  )
