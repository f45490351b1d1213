import type { StreamName } from '../../../../domain/event/stream'
import type { Revision } from '../../../../domain/ports/event-store'
import { indexDamaged } from '../../sqlite/index-damaged'
import type { Db } from '../../sqlite/open-database'

/** The revisions of a page, in its order, and those that it must have. */
export interface ExpectedPage {
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

/**
 * Throws when a page of a stream lacks an event that is in the table: the index hides it. An event that is in neither was
 * lost otherwise, and the stream is read without it.
 */
export const hiddenRevisionFinder = (db: Db): ((page: ExpectedPage) => void) => {
  const searchTable = db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM events NOT INDEXED
       WHERE stream IN (SELECT id FROM streams NOT INDEXED WHERE name = ?) AND revision = ?`,
    )
    .pluck()
  return (page) => {
    const lacked = lackedRevision(page)
    if (lacked !== undefined && searchTable.get(page.stream, lacked) !== 0) throw indexDamaged()
  }
}
