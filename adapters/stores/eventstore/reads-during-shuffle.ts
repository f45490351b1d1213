import type { EventPage, LastShuffledSegment, Position, StoreUnavailable } from '../../../domain/ports/event-store'
import { throwableStoreError } from '../throwable-store-error'
import type { LogReadStarter, EventPageReader } from './read-event-pages'
import { positionOfSequence } from './sequence-position'

/** The last segment that was shuffled, by sequence numbers that are not in it, and how many times segments were shuffled. */
export interface LastShuffledSequenceRange {
  readonly times: number
  readonly after: number
  readonly before: number
}

const positionOrUndefined = (sequence: number): Position | undefined =>
  sequence === 0 ? undefined : positionOfSequence(sequence)

/** The same by positions; undefined for the number 0, where no event is. */
export const toLastShuffledSegment = ({ times, after, before }: LastShuffledSequenceRange): LastShuffledSegment => ({
  times,
  after: positionOrUndefined(after),
  before: positionOrUndefined(before),
})

/**
 * Whether a reader would skip or repeat events when it reads on after a sequence number: it was there when so many
 * segments had been shuffled. Of several shuffles since, only the last segment is known.
 */
export const mayReaderSkipOrRepeatEvents = (
  after: number,
  timesBefore: number,
  { times, ...last }: LastShuffledSequenceRange,
): boolean => times !== timesBefore && after < last.before - 1 && (after > last.after || times > timesBefore + 1)

const shuffledDuringReadReason =
  'the events of a month were put in another order while they were read. Read them again from the beginning'

/** The error of such a reader. */
export const shuffledDuringReadError = (): Error & StoreUnavailable =>
  throwableStoreError({ _tag: 'StoreUnavailable', reason: shuffledDuringReadReason })

/** Whether an error is that of such a reader. The log works: the reader begins again. */
export const isShuffledDuringRead = ({ reason }: Pick<StoreUnavailable, 'reason'>): boolean =>
  reason === shuffledDuringReadReason

/** Keeps a reader from going on within a segment of the log that was shuffled since the reader entered it. */
export interface ReadGuardDuringShuffle {
  /** Must be called before the events between two sequence numbers are shuffled. Answers what to call afterwards. */
  readonly begin: (after: number, before: number) => () => void
  /** The same pages, for a read that begins now. */
  readonly beginRead: LogReadStarter
  /** The last shuffle before a page was read; for another page, the last one that was begun. */
  readonly lastShuffle: (page: EventPage) => LastShuffledSequenceRange
}

/** A guard for the log of one process. */
export const createReadGuardDuringShuffle = ({ logPage }: Pick<EventPageReader, 'logPage'>): ReadGuardDuringShuffle => {
  let last: LastShuffledSequenceRange = { times: 0, after: 0, before: 0 }
  let isShuffling = false
  const shuffleBefore = new WeakMap<object, LastShuffledSequenceRange>()
  return {
    begin: (after, before) => {
      last = { times: last.times + 1, after, before }
      isShuffling = true
      return () => {
        isShuffling = false
      }
    },
    beginRead: () => {
      let timesBefore = last.times
      return (after, count) => {
        if (mayReaderSkipOrRepeatEvents(after, timesBefore, last)) throw shuffledDuringReadError()
        // A page that is read during a shuffle may be from before it.
        timesBefore = isShuffling ? last.times - 1 : last.times
        const page = logPage(after, count)
        shuffleBefore.set(page, { ...last, times: timesBefore })
        return page
      }
    },
    lastShuffle: (page) => shuffleBefore.get(page) ?? last,
  }
}
