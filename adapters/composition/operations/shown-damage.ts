import type { SealedEvent } from '../../../domain/command-handling/open-event'
import { missingRevisions } from '../../../domain/event/missing-revisions'
import type { Revision } from '../../../domain/ports/event-store'
import type { ShownEvent } from '../../processes/running-library/shown-event'
import type { ShownPart } from './shown-part'

/** The type that is shown for a revision without an event. */
export const missingEventType = '(missing)'

const toMissingEvent = (revision: Revision): ShownEvent => ({
  ...{ revision, type: missingEventType, recorded: '', damaged: 'the event is missing' },
  stored: { open: {}, sealed: {} },
  staff: { damaged: true },
  living: [],
  forgotten: {},
})

/** One entry for each revision that a stream lacks between two of its events; at most a hundred. */
export const missingEventsBetween = (previous: Revision, next: Revision): ReadonlyArray<ShownEvent> =>
  missingRevisions(previous, next).map(toMissingEvent)

const reasonOfPart = (part: ShownPart): ReadonlyArray<string> =>
  part._tag === 'Corrupt' || part._tag === 'Unavailable' ? [part.reason] : []

/**
 * Why an event is not shown whole; undefined when it is: a part cannot be opened or decoded, or there are sealed bytes
 * that its type does not have.
 */
export const damageOfEventParts = (
  { stored, parts }: SealedEvent,
  opened: ReadonlyArray<ShownPart>,
  undecoded: ReadonlyArray<string>,
): string | undefined => {
  if (parts.length === 0 && stored.sealed.length > 0)
    return `it has ${String(stored.sealed.length)} sealed bytes, and its type has no sealed part`
  return [...opened.flatMap(reasonOfPart), ...undecoded][0]
}
