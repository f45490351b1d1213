import * as E from 'fp-ts/Either'
import type { EventStore, LogSegment, Position, StoreUnavailable } from '../../../domain/ports/event-store'
import { eventsOfPages } from './events-of-pages'

type ShuffledLog = Pick<EventStore, 'readAll' | 'shuffling'>

/** The segment of the copy that ends with the event at a position of the source, and has no event. */
const emptySegmentBefore = async (
  source: ShuffledLog,
  copy: ShuffledLog,
  position: Position,
): Promise<LogSegment | undefined> => {
  const copied = eventsOfPages(copy.readAll({}))
  let after: Position | undefined
  for await (const event of eventsOfPages(source.readAll({}))) {
    const { value } = await copied.next()
    if (!(value instanceof Object)) return undefined
    if (event.position === position) return { after, before: value.position, closings: [], fixed: [] }
    after = value.position
  }
  return undefined
}

/**
 * Notes in the copy of a log up to where its events were shuffled. Otherwise they would be shuffled once more, and the
 * copy would have another order than the one that heads and lists of the source have signed.
 */
export const keepShuffledOrder = async (
  source: ShuffledLog,
  copy: ShuffledLog,
): Promise<E.Either<StoreUnavailable, void>> => {
  const shuffledBefore = await source.shuffling?.shuffledBefore()
  if (shuffledBefore === undefined || copy.shuffling === undefined) return E.right(undefined)
  const segment = await emptySegmentBefore(source, copy, shuffledBefore)
  if (segment === undefined) return E.right(undefined)
  const notedBefore = await copy.shuffling.shuffledBefore()
  return notedBefore !== undefined && notedBefore >= segment.before
    ? E.right(undefined)
    : copy.shuffling.shuffle(segment)()
}
