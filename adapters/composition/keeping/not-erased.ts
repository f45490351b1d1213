import * as E from 'fp-ts/Either'
import type { Table } from '../../../domain/event/decode'
import type { LogName } from '../../../domain/event/stream'
import { shut, placeOf, type Shut } from '../../../domain/command-handling/remember'
import type { ScopeId } from '../../../domain/values/ids'
import type { EventStore, Revision } from '../../../domain/ports/event-store'
import type { Keys } from '../../../domain/ports/keys'
import type { ErasingPorts } from '../../../retention/erasing/ports'
import type { ScheduledScope } from '../../../retention/schedule/scheduled-scope'

type Stores = Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>

/** How many events are read at a time: however long a stream is, what was lately alive stands near its end. */
const looks = [8, 56, Infinity]

/** The event that names the scope first. */
const firstEvent = async (stores: Stores, table: Table, scope: ScheduledScope): Promise<Shut | undefined> => {
  let from: Revision | undefined
  for (const limit of looks) {
    const place = from === undefined ? {} : { from }
    for await (const page of stores[scope.log].readStream(scope.stream, { direction: 'backwards', limit, ...place }))
      for (const stored of page) {
        if (stored.id === scope.first) {
          const event = shut(table)(scope.log)(stored)
          return E.isRight(event) ? event.right : undefined
        }
        from = stored.revision - 1
      }
    if (from === undefined || from < 0) return undefined
  }
  return undefined
}

const saysErased = async (stores: Stores, table: Table, keys: Keys, scope: ScheduledScope): Promise<boolean> => {
  const event = await firstEvent(stores, table, scope)
  const part = event?.parts.find((one) => one.scope === scope.scope)
  if (event === undefined || part === undefined) {
    const ids = await keys.idsUnder(scope.scope)()
    return E.isLeft(ids) && (ids.left._tag === 'Erased' || ids.left._tag === 'ScopeEnded')
  }
  const [opened] = await keys.open(placeOf(event), event.stored.sealed, [part])()
  return opened?._tag === 'Erased'
}

/** Tries to open what scopes have sealed (or to derive an id, where they seal nothing); names those that do not say `Erased`. */
export const notErased =
  (stores: Stores, table: Table, keys: Keys): ErasingPorts['notErased'] =>
  (scopes) =>
  async () => {
    const open: ScopeId[] = []
    for (const scope of scopes) if (!(await saysErased(stores, table, keys, scope))) open.push(scope.scope)
    return E.right(open)
  }
