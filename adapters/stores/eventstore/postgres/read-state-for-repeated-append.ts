import type { PoolClient } from 'pg'
import type { Revision } from '../../../../domain/ports/event-store'
import type { EventLocation, StreamStateForAppend } from '../decide-append'
import type { AppendRequest } from './next-append-batch'

interface Row {
  readonly id: string
  readonly revision: string
  readonly position: string
}

const columns = 'SELECT id, revision, position FROM log.events WHERE stream = $1'

const afterRevisionStatement = {
  name: 'stream state after revision',
  text: `${columns} AND revision > $2 AND revision <= $2 + $3 ORDER BY revision`,
}
const byIdStatement = { name: 'stream state by id', text: `${columns} AND id = ANY ($2::uuid[]) ORDER BY revision` }

const statementFor = ({ stream, expected, events }: AppendRequest) =>
  expected === 'any'
    ? { ...byIdStatement, values: [stream, events.map(({ id }) => id)] }
    : { ...afterRevisionStatement, values: [stream, expected === 'none' ? -1 : expected, events.length] }

const locationOf = ({ id, revision, position }: Row): EventLocation => ({
  id,
  revision: Number(revision),
  sequence: Number(position),
})

/**
 * Reads what `decideAppend` needs to recognise a repeat, for an append that was not written. `lastRevision` is the one
 * that `log.append` answered. Events never change, so this read may come after that transaction.
 */
export const readStateForRepeatedAppend =
  (request: AppendRequest, lastRevision: Revision) =>
  async (client: PoolClient): Promise<StreamStateForAppend> => {
    const { rows } = await client.query<Row>(statementFor(request))
    const locations = rows.map(locationOf)
    return { lastRevision, eventsFrom: () => locations, eventsById: () => locations }
  }
