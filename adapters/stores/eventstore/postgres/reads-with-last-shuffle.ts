import type { EventPage } from '../../../../domain/ports/event-store'
import type { LogReadStarter, EventPageReader } from '../read-event-pages'
import {
  mayReaderSkipOrRepeatEvents,
  shuffledDuringReadError,
  type LastShuffledSequenceRange,
} from '../reads-during-shuffle'
import type { PostgresPageReader } from './postgres-page-reader'

/** Notices that another process, or this one, has shuffled events. */
interface ShuffleWatch extends Pick<EventPageReader, 'logPage'> {
  /** Pages that are refused when the reader has lost its place since the page before. */
  readonly beginRead: LogReadStarter
  /** The last shuffle that a page came with; for another page, the last one that any page has told of. */
  readonly lastNoticed: (page: EventPage) => LastShuffledSequenceRange | undefined
}

/**
 * Several processes read the log, so what one of them has in memory does not tell whether events were shuffled. Each page
 * comes with the last shuffle, in one statement and so of one moment. A reader compares that of its page with that of the
 * page before. So no shuffle goes unnoticed between two pages, and a read of one page needs no second round trip.
 */
export const createShuffleDetectingReader = ({
  readLogPage,
}: Pick<PostgresPageReader, 'readLogPage'>): ShuffleWatch => {
  let noticed: LastShuffledSequenceRange | undefined
  const shuffleBefore = new WeakMap<EventPage, LastShuffledSequenceRange>()
  const read = async (...pageOf: Parameters<typeof readLogPage>) => {
    const answer = await readLogPage(...pageOf)
    shuffleBefore.set(answer.page, answer.lastShuffle)
    if (noticed === undefined || answer.lastShuffle.times > noticed.times) noticed = answer.lastShuffle
    return answer
  }
  return {
    logPage: async (...pageOf) => (await read(...pageOf)).page,
    beginRead: () => {
      let timesBefore: number | undefined
      return async (after, count) => {
        const { page, lastShuffle } = await read(after, count)
        if (timesBefore !== undefined && mayReaderSkipOrRepeatEvents(after, timesBefore, lastShuffle))
          throw shuffledDuringReadError()
        timesBefore = lastShuffle.times
        return page
      }
    },
    lastNoticed: (page) => shuffleBefore.get(page) ?? noticed,
  }
}
