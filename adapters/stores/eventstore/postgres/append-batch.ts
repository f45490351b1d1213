import type { PoolClient } from 'pg'
import type { Expected, Revision } from '../../../../domain/ports/event-store'
import type { Appending } from './batch'

/** What became of an append of a batch: written, or passed over because it did not fit. */
export interface Outcome {
  readonly fits: boolean
  /** The last revision of its stream after the batch, -1 while it is empty. */
  readonly last: Revision
  /** The place of its last event, where it was written. */
  readonly place: number
}

/** As the driver gives it: numbers of eight bytes as text. */
interface Row {
  readonly fits: boolean
  readonly last: string
  readonly place: string | null
}

const append = {
  name: 'append',
  text: 'SELECT fits, last, place FROM log.append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
}

const expectation = (expected: Expected): number => (expected === 'any' ? -2 : expected === 'none' ? -1 : expected)

const columnsOf = (batch: ReadonlyArray<Appending>) => {
  const events = batch.flatMap(({ events }, at) => events.map((event) => ({ ...event, append: at + 1 })))
  return [
    batch.map(({ stream }) => stream),
    batch.map(({ expected }) => expectation(expected)),
    events.map(({ append }) => append),
    events.map(({ id }) => id),
    events.map(({ type }) => type),
    events.map(({ version }) => version),
    events.map(({ recorded }) => recorded),
    events.map(({ open }) => open),
    events.map(({ sealed }) => sealed),
  ]
}

/**
 * Writes what fits of a batch, one append a stream at most, in one transaction and one round trip. When it answers, it
 * is durable; when it rejects without a SQLSTATE, nobody knows.
 */
export const appendBatch =
  (batch: ReadonlyArray<Appending>) =>
  async (client: PoolClient): Promise<ReadonlyArray<Outcome>> => {
    const { rows } = await client.query<Row>({ ...append, values: columnsOf(batch) })
    return rows.map(({ fits, last, place }) => ({ fits, last: Number(last), place: Number(place) }))
  }
