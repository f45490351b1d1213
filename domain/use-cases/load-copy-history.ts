import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import { addToCopyHistory, emptyCopyHistory, type CopyHistory } from '../copy/history/copy-history'
import { timelineEntryOfCopyEvent } from '../copy/history/timeline-entry-of-copy-event'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { decodeEvent, openEvent, type EventReadError } from '../command-handling/open-event'
import type { EventWithMetadata } from '../event/domain-event'
import type { CopyId, LoanId } from '../values/ids'
import { dayOf, type Instant } from '../values/instant'
import type { UseCaseDependencies } from './use-case-dependencies'

type CopyEventRead = EventWithMetadata<CopyEvent>

/** What must be in a history: all that happened from a moment on, what was before it, and a loan, if one is named. */
interface NeededHistory {
  readonly since: Instant
  readonly loan: LoanId | undefined
}

/**
 * Whether older events add nothing. Nothing is recorded before it happens, so once the last entry before the moment is
 * known, events recorded before that entry's day are older than it. The end of a late loan repeats the withdrawal of
 * the copy, so the history of a withdrawn copy is complete when it is whole.
 */
const isComplete =
  ({ since, loan }: NeededHistory) =>
  (events: ReadonlyArray<CopyEventRead>, nextRecorded: string): boolean => {
    const before = events.flatMap((event) => {
      const entry = timelineEntryOfCopyEvent(event)
      return entry !== undefined && entry.at < since ? [entry.at] : []
    })
    const latestBefore = before.toSorted().at(-1)
    const hasLoan =
      loan === undefined ||
      events.some(({ type, open }) => (type === 'LoanStarted' || type === 'PastLoanRecorded') && open.loan === loan)
    const isWithdrawn = events.some(({ type }) => type === 'CopyWithdrawn')
    return hasLoan && !isWithdrawn && latestBefore !== undefined && nextRecorded < dayOf(latestBefore)
  }

/**
 * Loads what happened to a copy since a moment, with the loan that ran then. Unlike the state of the copy it opens the
 * parts of loans that have ended, which is why it is loaded only for what a machine did offline, and for a
 * return that is undone.
 */
export const loadCopyHistory =
  ({ commandHandling: { eventTable, keys, stores }, policy }: UseCaseDependencies) =>
  (copy: CopyId, needed: NeededHistory): TaskEither<EventReadError, CopyHistory> =>
  async () => {
    const { log, stream } = streamAddressOfAggregate(copyAggregate(policy))(copy)
    const decode = decodeEvent(eventTable)(log)
    const open = openEvent(eventTable, keys)((part) => part.class === 'loan' || part.class === 'unmatched')
    const newestFirst: CopyEventRead[] = []
    const isEnough = isComplete(needed)
    for await (const page of stores[log].readStream(stream, { direction: 'backwards' }))
      for (const stored of page) {
        if (isEnough(newestFirst, stored.recorded))
          return E.right(newestFirst.reduceRight(addToCopyHistory, emptyCopyHistory))
        const decoded = decode(stored)
        if (decoded._tag === 'Left') return decoded
        const opened = await open(decoded.right)()
        if (opened._tag === 'Left') return opened
        newestFirst.push(opened.right as CopyEventRead)
      }
    return E.right(newestFirst.reduceRight(addToCopyHistory, emptyCopyHistory))
  }
