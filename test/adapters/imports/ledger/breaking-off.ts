import * as TE from 'fp-ts/TaskEither'
import type { System } from '../../../../adapters/processes/running/system'
import type { EventStore } from '../../../../domain/ports/event-store'

type Append = Pick<EventStore, 'append'>

/** The same system, whose disk gives out for the importer after so many appends to circulation. */
export const breakingOff = (system: System, appends: number): System => {
  const { desk } = system.library
  let left = appends
  const circulation = desk.stores.circulation
  const append: Append['append'] = (stream, expected, events) => {
    left -= 1
    return left < 0
      ? TE.left({ _tag: 'StoreUnavailable', reason: 'no space left on device' })
      : circulation.append(stream, expected, events)
  }
  const stores = {
    ...desk.stores,
    circulation: { append, readStream: circulation.readStream.bind(circulation) },
  }
  return { ...system, library: { ...system.library, desk: { ...desk, stores } } }
}
