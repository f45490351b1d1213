import type { EventId } from '../values/ids'
import type { StreamEventReference } from '../ports/state-cache'

/** How many of a stream's last events are cached with its state. On most days a stream gets fewer. */
const maxLastEvents = 4

/** The last events of a stream after more were read or appended. In stream order, without gaps. */
export const addToLastEvents = (
  before: ReadonlyArray<StreamEventReference>,
  events: ReadonlyArray<StreamEventReference>,
): ReadonlyArray<StreamEventReference> => {
  const all = events.length >= maxLastEvents ? events : [...before, ...events]
  return all.slice(-maxLastEvents).map(({ id, revision, recorded }) => ({ id, revision, recorded }))
}

/**
 * Whether the last events of a stream rule out that a sought event was recorded on or after `earliest` (a day or a
 * month). They do when none of them is sought and they reach back to an earlier event, or to the start of the stream.
 * Otherwise the stream must be read.
 */
export const isSoughtEventRuledOut = (
  last: ReadonlyArray<StreamEventReference>,
  isSought: (id: EventId) => boolean,
  earliest: string,
): boolean => {
  for (let index = last.length - 1; index >= 0; index -= 1) {
    const event = last[index]
    if (event === undefined || event.recorded < earliest) return true
    if (isSought(event.id)) return false
    if (event.revision === 0) return true
  }
  return false
}
