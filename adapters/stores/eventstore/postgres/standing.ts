import type { PoolClient } from 'pg'
import type { Revision } from '../../../../domain/ports/event-store'
import type { Standing, StreamSoFar } from '../decide-append'
import type { Appending } from './batch'

interface Row {
  readonly id: string
  readonly revision: string
  readonly position: string
}

const columns = 'SELECT id, revision, position FROM log.events WHERE stream = $1'

const from = {
  name: 'standing from',
  text: `${columns} AND revision > $2 AND revision <= $2 + $3 ORDER BY revision`,
}
const byId = { name: 'standing by id', text: `${columns} AND id = ANY ($2::uuid[]) ORDER BY revision` }

const query = ({ stream, expected, events }: Appending) =>
  expected === 'any'
    ? { ...byId, values: [stream, events.map(({ id }) => id)] }
    : { ...from, values: [stream, expected === 'none' ? -1 : expected, events.length] }

const standing = ({ id, revision, position }: Row): Standing => ({
  id,
  revision: Number(revision),
  place: Number(position),
})

/**
 * What stands in a stream where an append that did not fit may stand already; `last` is where the stream ended when it
 * was passed over. Nothing that stands ever changes, so it can be looked up afterwards.
 */
export const standingFor =
  (appending: Appending, last: Revision) =>
  async (client: PoolClient): Promise<StreamSoFar> => {
    const { rows } = await client.query<Row>(query(appending))
    const found = rows.map(standing)
    return { last, standingFrom: () => found, standingById: () => found }
  }
