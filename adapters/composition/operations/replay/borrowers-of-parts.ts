import { OpenableClass } from '../../../../domain/access/opening'
import type { StreamName } from '../../../../domain/event/stream'
import type { EventToReplay, PartToReplay } from '../../../../domain/replay/event-to-replay'
import { BorrowerId, type ScopeId } from '../../../../domain/values/ids'

/** The borrower of each scope whose parts are read: a part names its borrower, or the stream is that of the borrower. */
export const borrowersOfScopes = (
  stream: StreamName,
  events: ReadonlyArray<EventToReplay>,
): ReadonlyMap<ScopeId, BorrowerId> => {
  const ofStream = stream.startsWith('borrower-') ? stream.slice('borrower-'.length) : undefined
  const borrowers = new Map<ScopeId, BorrowerId>()
  for (const { parts } of events)
    for (const part of parts) {
      if (part.status !== 'plain') continue
      const { borrower = ofStream } = part.value as { readonly borrower?: unknown }
      if (BorrowerId.is(borrower)) borrowers.set(part.scope, borrower)
    }
  return borrowers
}

/**
 * The events without what was opened and names nobody: nothing could tell the borrower that somebody looked. A part without
 * its borrower stands beside one of its scope that has it, unless that is damaged.
 */
export const withholdPartsOfNobody =
  (borrowers: ReadonlyMap<ScopeId, BorrowerId>) =>
  (events: ReadonlyArray<EventToReplay>): ReadonlyArray<EventToReplay> => {
    const toReader = (part: PartToReplay): PartToReplay =>
      part.status === 'plain' && OpenableClass.is(part.class) && !borrowers.has(part.scope)
        ? { status: 'withheld', class: part.class, scope: part.scope }
        : part
    return events.map((event) => ({ ...event, parts: event.parts.map(toReader) }))
  }
