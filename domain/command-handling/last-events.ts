import type { EventId } from '../values/ids'
import type { LastEvent } from '../ports/state-cache'

/** How many of a stream's last events are kept with its state: on most days a stream gets fewer. */
const mostKept = 4

/** The last events of a stream after more were read or appended; in stream order, without gaps. */
export const lastEventsAfter = (
  before: ReadonlyArray<LastEvent>,
  events: ReadonlyArray<LastEvent>,
): ReadonlyArray<LastEvent> => {
  const all = events.length >= mostKept ? events : [...before, ...events]
  return all.slice(-mostKept).map(({ id, revision, recorded }) => ({ id, revision, recorded }))
}

/**
 * Whether no event that is sought stands in a stream since a day (or month): its last events say so when they reach back to
 * one that was recorded earlier, or to the stream's beginning. Otherwise the stream has to be read.
 */
export const areRuledOut = (
  last: ReadonlyArray<LastEvent>,
  isSought: (id: EventId) => boolean,
  earliest: string,
): boolean => {
  for (let at = last.length - 1; at >= 0; at -= 1) {
    const event = last[at]
    if (event === undefined || event.recorded < earliest) return true
    if (isSought(event.id)) return false
    if (event.revision === 0) return true
  }
  return false
}
