import type { Revision } from '../ports/event-store'

/** The most missing revisions that are listed one by one before an event. */
export const maxMissingRevisionsListed = 100

/**
 * The revisions that a stream lacks between its last event (-1: there is none) and the next one: the first hundred of
 * them, because a revision that somebody changed may be any number.
 */
export const missingRevisions = (last: Revision, next: Revision): ReadonlyArray<Revision> =>
  Array.from({ length: Math.min(Math.max(0, next - last - 1), maxMissingRevisionsListed) }, (_, at) => last + 1 + at)
