import * as TE from 'fp-ts/TaskEither'
import type { ClosingLibrary } from '../../../domain/use-cases/closing-error'
import type { Reactor } from '../../processes/running/reactor'
import { libraryOf, type LibraryParts } from './library-of'
import { startReacting } from './reacting'

/** A library together with the reactor that does what follows from its events. */
export interface LibraryAtWork {
  readonly library: ClosingLibrary
  readonly reactor: Reactor
}

/** Starts the reactor. It acts through the library, and the library waits for it: so each knows the other. */
export const startLibrary = async (
  parts: LibraryParts & { readonly alarm: (kind: string) => void },
): Promise<LibraryAtWork> => {
  let reactionsDone: ClosingLibrary['reactionsDone'] = TE.right(undefined)
  const library: ClosingLibrary = { ...libraryOf(parts), reactionsDone: () => reactionsDone() }
  const reactor = await startReacting(library, parts, ({ _tag }) => {
    parts.alarm(_tag)
  })
  reactionsDone = reactor.done
  return { library, reactor }
}
