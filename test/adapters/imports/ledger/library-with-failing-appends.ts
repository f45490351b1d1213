import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { EventStore, StoreUnavailable } from '../../../../domain/ports/event-store'
import type { FailingCalls } from './failing-calls'

const diskIsFull: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'no space left on device' }

type Append = Pick<EventStore, 'append'>

/** The same library, but some appends of the importer to circulation fail. Once all fail, nothing else is written. */
export const libraryWithFailingAppends = (library: RunningLibrary, calls: FailingCalls): RunningLibrary => {
  const { commandHandling } = library.useCaseDependencies
  const circulation = commandHandling.stores.circulation
  const append: Append['append'] = (stream, expected, events) =>
    calls.fails() ? TE.left(diskIsFull) : circulation.append(stream, expected, events)
  const stores = {
    ...commandHandling.stores,
    circulation: { append, readStream: circulation.readStream.bind(circulation) },
  }
  return {
    ...library,
    flush: () => (calls.haveEnded() ? Promise.resolve(E.left(diskIsFull)) : library.flush()),
    useCaseDependencies: { ...library.useCaseDependencies, commandHandling: { ...commandHandling, stores } },
  }
}
