import type { StreamName } from '../../../../domain/event/stream'
import type { Revision } from '../../../../domain/ports/event-store'
import { createDamagedIndexError } from '../../sqlite/damaged-index-error'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { boundedCache } from '../../../system/caching/bounded-cache'

/** The revisions of a page, in its order, and those that it must have. */
interface ExpectedPage {
  readonly stream: StreamName
  readonly revisions: ReadonlyArray<Revision>
  readonly first: Revision
  /** 1 forwards, -1 backwards. */
  readonly step: 1 | -1
  /** At least so many revisions are in the stream from the first on. */
  readonly atLeast: number
}

/** The first revision that a page lacks; undefined when it lacks none. */
const lackedRevision = ({ revisions, first, step, atLeast }: ExpectedPage): Revision | undefined => {
  const at = revisions.findIndex((revision, index) => revision !== first + step * index)
  if (at !== -1) return first + step * at
  return revisions.length < atLeast ? first + step * revisions.length : undefined
}

/** How many lost events are remembered. */
const maxLost = 1000

/**
 * Throws when a page of a stream lacks an event that is in the table: the index hides it. An event that is in neither
 * was lost otherwise, and the stream is read without it. The search reads the whole table, so it is done once for each
 * lost event: none comes back while the file is open, because new events stand behind it.
 */
export const createCheckForEventsHiddenByIndex = (db: SqliteDatabase): ((page: ExpectedPage) => void) => {
  const searchTable = db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM events NOT INDEXED
       WHERE stream IN (SELECT id FROM streams NOT INDEXED WHERE name = ?) AND revision = ?`,
    )
    .pluck()
  const lost = boundedCache<string, 'lost'>(maxLost)
  return (page) => {
    const lacked = lackedRevision(page)
    if (lacked === undefined) return
    const event = `${page.stream} ${String(lacked)}`
    if (lost.has(event)) return
    if (searchTable.get(page.stream, lacked) !== 0) throw createDamagedIndexError()
    lost.set(event, 'lost')
  }
}
