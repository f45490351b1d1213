import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { EventStore } from '../../../../domain/ports/event-store'

type Append = Pick<EventStore, 'append'>

/** The same library, but appends of the importer to circulation fail after a number of them: so many, or all. */
export const libraryWithFailingAppends = (
  library: RunningLibrary,
  appends: number,
  failures = Infinity,
): RunningLibrary => {
  const { commandHandling } = library.useCaseDependencies
  let appendsLeft = appends
  const circulation = commandHandling.stores.circulation
  const append: Append['append'] = (stream, expected, events) => {
    appendsLeft -= 1
    return appendsLeft < 0 && appendsLeft >= -failures
      ? TE.left({ _tag: 'StoreUnavailable', reason: 'no space left on device' })
      : circulation.append(stream, expected, events)
  }
  const stores = {
    ...commandHandling.stores,
    circulation: { append, readStream: circulation.readStream.bind(circulation) },
  }
  return {
    ...library,
    useCaseDependencies: { ...library.useCaseDependencies, commandHandling: { ...commandHandling, stores } },
  }
}
