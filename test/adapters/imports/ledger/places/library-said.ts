import type { System } from '../../../../../adapters/processes/running/system'
import { said, type Said } from '../../../../alike/said'
import { allRows } from '../../../../fixtures/read-models'
import { everyEvent, type Stored } from '../../../../forensic/stored'

type Opened = Stored['opened']

/** By log and place in it, what stands there: every store gives places in a form of its own. */
type Standing = ReadonlyMap<string, string>

const placeIn = (log: string, position: unknown): string => `${log} ${String(position)}`

/** A certificate is JSON within JSON, and says at which place its run was declared. */
const unfolded =
  (standing: Standing) =>
  ({ log, opened: { statement, ...open } }: Stored): Opened => {
    if (typeof statement !== 'string') return open
    const { position, ...certified } = JSON.parse(statement) as Opened
    return { ...open, ...certified, declared: standing.get(placeIn(log, position)) }
  }

/**
 * The open part of an event, where it stands in its stream, and what it bears. Scopes that are forgotten together stand
 * in the order of their ids, which is random: each is said by itself.
 */
const eventSaid =
  (standing: Standing) =>
  (event: Stored): ReadonlyArray<Said> => {
    const { log, stream, revision, type, version, recorded, id } = event
    const place = { log, stream, revision }
    const { scopes = [], ...open } = unfolded(standing)(event)
    const others = (scopes as ReadonlyArray<unknown>).map((scope) => said({ ...place, type, scope }))
    return [said({ ...place, type, version, recorded, id, open }), ...others]
  }

/** Every event of both logs, in any order of streams. */
export const logsSaid = async ({ library }: System): Promise<ReadonlyArray<Said>> => {
  const events = await everyEvent(library.desk.stores)
  const standing = new Map(events.map(({ log, position, id }) => [placeIn(log, position), id]))
  return events.flatMap(eventSaid(standing))
}

/** Every row of every read model, as it stands on a day. */
export const rowsSaid = (system: System, on: string): ReadonlyArray<Said> =>
  Object.entries(allRows(system)).flatMap(([table, rows]) => rows.map((row) => said({ on, table, row })))
