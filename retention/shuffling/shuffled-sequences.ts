import type { Random } from '../../domain/ports/random'

/** The place of an event in its log, counted from 1, and in its stream. */
export interface EventToShuffle {
  readonly sequence: number
  /** The stream, by its name or by a number that stands for it. */
  readonly stream: string | number
  readonly category: string
}

/**
 * Folds that read the open parts of *persons* depend on the order of events of different streams in two cases: what is
 * lost or erased was named before, and what is erased was ended before. So losses come after everything else, and erasures
 * last. Erasures keep the order that they have: of two runs that declare one scope, the first one counts.
 */
const categoriesInOrder: ReadonlyArray<ReadonlyArray<string>> = [['loss'], ['erasure']]

const rankOf = ({ category }: EventToShuffle): number =>
  1 + categoriesInOrder.findIndex((categories) => categories.includes(category))

/** Random order, but within each stream the order that the events have. */
const shuffleStreams =
  (shuffle: Random['shuffle']) =>
  (events: ReadonlyArray<EventToShuffle>): ReadonlyArray<EventToShuffle> => {
    const eventsOfStream = new Map<string | number, EventToShuffle[]>()
    for (const event of events) {
      const sameStream = eventsOfStream.get(event.stream)
      if (sameStream === undefined) eventsOfStream.set(event.stream, [event])
      else sameStream.push(event)
    }
    const next = new Map([...eventsOfStream].map(([stream, inOrder]) => [stream, inOrder.values()]))
    return shuffle(events.map(({ stream }) => stream)).map((stream) => next.get(stream)?.next().value as EventToShuffle)
  }

/**
 * The events of a segment that may move. Events with a fixed place keep the other events of their streams in place too:
 * otherwise one of these could pass them.
 */
export const eventsThatMayBeShuffled =
  (fixed: ReadonlyArray<number>) =>
  (events: ReadonlyArray<EventToShuffle>): ReadonlyArray<EventToShuffle> => {
    const fixedPlaces = new Set(fixed)
    const fixedStreams = new Set(events.filter(({ sequence }) => fixedPlaces.has(sequence)).map(({ stream }) => stream))
    return events.filter(({ stream }) => !fixedStreams.has(stream))
  }

/** A part of a segment: the sequence numbers between two closings, neither of which is included. */
export interface SequenceRange {
  readonly after: number
  readonly before: number
}

/** The parts of a segment that its closings divide it into. */
export const monthRangesOfLogSegment = (
  { after, before }: SequenceRange,
  closings: ReadonlyArray<number>,
): ReadonlyArray<SequenceRange> => {
  const ends = [...closings, before]
  return ends.map((end, at) => ({ after: at === 0 ? after : (ends[at - 1] as number), before: end }))
}

/**
 * The new sequence number of each event, by its present one. The events, in log order, share their numbers out among
 * themselves: every order that keeps the order within streams, with losses and then erasures at the end, is equally probable. The
 * erasures keep their order.
 */
export const shuffledSequences =
  (shuffle: Random['shuffle']) =>
  (events: ReadonlyArray<EventToShuffle>): ReadonlyMap<number, number> => {
    const ofRank = (rank: number) => events.filter((event) => rankOf(event) === rank)
    const lastRank = categoriesInOrder.length
    const shuffled = Array.from({ length: lastRank }, (_, rank) => shuffleStreams(shuffle)(ofRank(rank)))
    const inNewOrder = [...shuffled.flat(), ...ofRank(lastRank)]
    return new Map(inNewOrder.map(({ sequence }, at) => [sequence, (events[at] as EventToShuffle).sequence]))
  }
