import type { PoolClient } from 'pg'
import type { ExpectedRevision, Revision } from '../../../../domain/ports/event-store'
import type { AppendRequest } from './next-append-batch'

/** The result of one append of a batch. An append that does not match the expected revision is not written. */
export interface AppendFunctionResult {
  readonly isWritten: boolean
  /** The last revision of its stream after the batch, -1 while it is empty. */
  readonly lastRevision: Revision
  /** The sequence number of its last event, when it was written. */
  readonly lastSequence: number
}

/** A row as the driver returns it: bigint as text. */
interface Row {
  readonly fits: boolean
  readonly last: string
  readonly place: string | null
}

const appendStatement = {
  name: 'append',
  text: 'SELECT fits, last, place FROM log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
}

const expectedColumn = (expected: ExpectedRevision): number =>
  expected === 'any' ? -2 : expected === 'none' ? -1 : expected

const batchColumns = (batch: ReadonlyArray<AppendRequest>) => {
  const events = batch.flatMap(({ events }, at) => events.map((event) => ({ ...event, append: at + 1 })))
  return [
    batch.map(({ stream }) => stream),
    batch.map(({ expected }) => expectedColumn(expected)),
    events.map(({ append }) => append),
    events.map(({ id }) => id),
    events.map(({ type }) => type),
    events.map(({ version }) => version),
    events.map(({ recorded }) => recorded),
    events.map(({ open }) => open),
    events.map(({ sealed }) => sealed),
    events.map(({ code }) => code ?? null),
  ]
}

/**
 * Calls `log.append` once: writes the appends of a batch that match their expected revisions, at most one a stream, in
 * one transaction and one round trip. What it answers is durable. After an error without a SQLSTATE the outcome is
 * unknown.
 */
export const callAppendFunction =
  (batch: ReadonlyArray<AppendRequest>) =>
  async (client: PoolClient): Promise<ReadonlyArray<AppendFunctionResult>> => {
    const { rows } = await client.query<Row>({ ...appendStatement, values: batchColumns(batch) })
    return rows.map(({ fits, last, place }) => ({
      isWritten: fits,
      lastRevision: Number(last),
      lastSequence: Number(place),
    }))
  }
