import type { SqliteDatabase } from '../../../sqlite/open-sqlite-database'
import { findFileDamage } from '../../../sqlite/integrity/find-file-damage'

const eventsAreLost = 'some of its rows cannot be read'
const rowIsDamaged = 'a row of a table, and not only its index, is damaged'

/** Nothing is ever deleted from a log, so its rows are numbered without gaps. */
const haveGaps = (db: SqliteDatabase): boolean =>
  ['events', 'streams'].some((table) => {
    const number = table === 'events' ? 'position' : 'id'
    return db.prepare<[], number>(`SELECT count(*) <> coalesce(max(${number}), 0) FROM ${table}`).pluck().get() !== 0
  })

/**
 * Revisions go from 0 without gaps, and the open part of each event holds the id of its stream: the name of a stream is
 * its category, a hyphen and that id.
 */
const isWholeSql = `SELECT count(*) = max(revision) + 1 AND min(instr(open, substr(name, instr(name, '-') + 1))) > 0
  FROM streams JOIN events ON events.stream = streams.id WHERE streams.id = ?`

/**
 * Why a log whose indexes were made anew is not the log that it was; undefined when it is. The streams are those of
 * which the damaged indexes said something else.
 */
export const findProblemOfRepairedLog = (
  db: SqliteDatabase,
  doubtfulStreams: ReadonlySet<number>,
): string | undefined => {
  if (findFileDamage(db) !== undefined || haveGaps(db)) return eventsAreLost
  const isWhole = db.prepare<[number], number | null>(isWholeSql).pluck()
  for (const stream of doubtfulStreams) if (isWhole.get(stream) !== 1) return rowIsDamaged
  return undefined
}
