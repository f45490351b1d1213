import { randomUUID } from 'node:crypto'
import { either } from 'fp-ts'
import { streamNameOf, type StreamName } from '../../../domain/event/stream'
import type { EventStore, Position, RecordedEvent, LogSegment } from '../../../domain/ports/event-store'
import {
  appendOrThrow,
  collectPages,
  eventContents,
  newEvent,
  newEvents,
  readWholeLog,
  readWholeStream,
  type StoreUnderTest,
} from './event-store-steps'

const newBorrower = (): StreamName => streamNameOf('borrower')(randomUUID())

const shuffle = async (store: EventStore, segment: LogSegment): Promise<void> => {
  const shuffled = await store.shuffling?.shuffle(segment)()
  expect(shuffled).toEqual(either.right(undefined))
}

const keyOf = ({ stream, revision }: RecordedEvent): string => `${stream} ${String(revision)}`

const byKey = (events: ReadonlyArray<RecordedEvent>) =>
  events
    .map((event) => [keyOf(event), eventContents(event)])
    .toSorted(([a], [b]) => (a as string).localeCompare(b as string))

/** A log with two events before the segment, the events of so many borrowers in it, and two after it. */
const logWithMonth = async (store: EventStore, borrowers: number) => {
  const before = await appendOrThrow(store, newBorrower(), 'none', newEvents(2))
  const registered = Array.from({ length: borrowers }, newBorrower)
  for (const stream of registered) await appendOrThrow(store, stream, 'none', newEvents(1))
  for (const stream of registered.slice(0, 3)) await appendOrThrow(store, stream, 0, newEvents(2))
  const closing = await appendOrThrow(store, streamNameOf('month')(randomUUID()), 'none', newEvents(1))
  // One of them has an event after the month as well.
  await appendOrThrow(store, registered[0] as StreamName, 2, newEvents(1))
  await appendOrThrow(store, newBorrower(), 'none', newEvents(1))
  return {
    registered,
    month: { after: before.position, before: closing.position, closings: [] as Position[], fixed: [] as Position[] },
  }
}

const within = ({ after, before }: LogSegment, events: ReadonlyArray<RecordedEvent>) =>
  events.filter(({ position }) => position > (after ?? '') && position < before)

/** A store that can shuffle the events of a segment. */
export const shufflingContract = (name: string, { open, reopen }: StoreUnderTest): void => {
  describe(`${name}, when the events of a month are shuffled`, () => {
    let store: EventStore
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    it('keeps every event with its stream, its revision and all its bytes', async () => {
      const { month, registered } = await logWithMonth(store, 40)
      const before = await readWholeLog(store)
      await shuffle(store, month)
      const after = await readWholeLog(store)
      expect(byKey(after)).toEqual(byKey(before))
      expect(after.map(({ position }) => position)).toEqual(before.map(({ position }) => position))
      for (const stream of registered.slice(0, 4)) {
        const ofStream = await readWholeStream(store, stream)
        expect(ofStream.map(({ revision }) => revision)).toEqual(ofStream.map((_, revision) => revision))
        expect(ofStream).toEqual(after.filter((event) => event.stream === stream))
      }
    })

    it('moves only what is within the month, and no event with a fixed position', async () => {
      const { month } = await logWithMonth(store, 40)
      const before = await readWholeLog(store)
      const fixed = within(month, before)
        .slice(10, 14)
        .map(({ position }) => position)
      await shuffle(store, { ...month, fixed })
      const after = await readWholeLog(store)
      const stays = ({ position }: RecordedEvent) =>
        position <= month.after || position >= month.before || fixed.includes(position)
      expect(after.filter(stays)).toEqual(before.filter(stays))
      expect(within(month, after).map(keyOf)).not.toEqual(within(month, before).map(keyOf))
    })

    it('moves no other event of a stream with a fixed position, which could pass the fixed one', async () => {
      const { month, registered } = await logWithMonth(store, 3)
      const [first] = registered
      const before = await readWholeLog(store)
      const ofFirst = before.filter(({ stream }) => stream === first)
      await shuffle(store, { ...month, fixed: [ofFirst[1]!.position] })
      expect((await readWholeLog(store)).filter(({ stream }) => stream === first)).toEqual(ofFirst)
    })

    it('shuffles several months at once, and moves no event from one month to another', async () => {
      const first = await logWithMonth(store, 40)
      const second = await logWithMonth(store, 40)
      const before = await readWholeLog(store)
      await shuffle(store, { ...second.month, after: first.month.after, closings: [first.month.before] })
      const after = await readWholeLog(store)
      const secondMonth = { ...second.month, after: first.month.before }
      for (const month of [first.month, secondMonth]) {
        expect(byKey(within(month, after))).toEqual(byKey(within(month, before)))
        expect(within(month, after).map(keyOf)).not.toEqual(within(month, before).map(keyOf))
      }
      expect(after.filter(({ position }) => position === first.month.before)).toEqual(
        before.filter(({ position }) => position === first.month.before),
      )
      expect(await store.shuffling?.shuffledBefore()).toBe(second.month.before)
    })

    it('can begin at the beginning of the log', async () => {
      const { month } = await logWithMonth(store, 40)
      const before = await readWholeLog(store)
      await shuffle(store, { ...month, after: undefined })
      expect(byKey(await readWholeLog(store))).toEqual(byKey(before))
    })

    it('comes to every order', async () => {
      const { month, registered } = await logWithMonth(store, 3)
      const orders = new Set<string>()
      for (let run = 0; run < 150; run += 1) {
        await shuffle(store, month)
        const registrations = within(month, await readWholeLog(store)).filter(({ revision }) => revision === 0)
        orders.add(registrations.map(({ stream }) => registered.indexOf(stream)).join(''))
      }
      expect(orders.size).toBe(6)
    })

    it('says where the last shuffled month ends, also when it is opened again', async () => {
      expect(await store.shuffling?.shuffledBefore()).toBeUndefined()
      const { month } = await logWithMonth(store, 3)
      await shuffle(store, month)
      expect(await store.shuffling?.shuffledBefore()).toBe(month.before)
      await store.close()
      if (reopen !== undefined) store = await reopen(store)
      expect(await store.shuffling?.shuffledBefore()).toBe(month.before)
    })

    it('appends after it as before, and knows a repeat', async () => {
      const { month, registered } = await logWithMonth(store, 5)
      const stream = registered[4] as StreamName
      await shuffle(store, month)
      const next = newEvent()
      const appended = await appendOrThrow(store, stream, 0, [next])
      expect(appended).toMatchObject({ revision: 1, repeated: false })
      expect(await appendOrThrow(store, stream, 0, [next])).toEqual({ ...appended, repeated: true })
      expect(appended.position).toBe((await readWholeLog(store)).at(-1)?.position)
      expect((await readWholeStream(store, stream)).at(-1)?.id).toBe(next.id)
      await appendOrThrow(store, newBorrower(), 'none', newEvents(1))
    })

    it('refuses to read on within the month for a reader that has read a part of it', async () => {
      const { month } = await logWithMonth(store, 1200)
      const pages = store.readAll({})[Symbol.asyncIterator]()
      await pages.next()
      await shuffle(store, month)
      await expect(collectPages({ [Symbol.asyncIterator]: () => pages })).rejects.toMatchObject({
        _tag: 'StoreUnavailable',
        reason: expect.stringContaining('put in another order') as string,
      })
    })

    it('refuses to read on within an earlier month when a later one was shuffled as well', async () => {
      const { month } = await logWithMonth(store, 600)
      const nextMonth = await logWithMonth(store, 3)
      const pages = store.readAll({})[Symbol.asyncIterator]()
      await pages.next()
      await shuffle(store, month)
      await shuffle(store, { ...nextMonth.month, after: month.before })
      await expect(collectPages({ [Symbol.asyncIterator]: () => pages })).rejects.toMatchObject({
        _tag: 'StoreUnavailable',
      })
    })

    it('lets a reader go on that is before the month or after it', async () => {
      const { month } = await logWithMonth(store, 40)
      const later = await appendOrThrow(store, newBorrower(), 'none', newEvents(1100))
      const pages = store.readAll({ after: month.before })[Symbol.asyncIterator]()
      await pages.next()
      await shuffle(store, month)
      const rest = await collectPages({ [Symbol.asyncIterator]: () => pages })
      expect(rest.flat().at(-1)?.position).toBe(later.position)
    })
  })
}
