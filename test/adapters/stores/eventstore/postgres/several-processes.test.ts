import { either } from 'fp-ts'
import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { sequenceOfPosition } from '../../../../../adapters/stores/eventstore/sequence-position'
import type { EventStore } from '../../../../../domain/ports/event-store'
import {
  appendOrThrow,
  newStream,
  nextEventIds,
  newEvents,
  eventIds,
  readWholeLog,
} from '../../../../contract/event-store/event-store-steps'
import { withPostgres } from '../../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

withPostgres((server) => {
  describe('a log that three processes have open', () => {
    let stores: ReadonlyArray<EventStore>
    beforeEach(async () => {
      const url = await server().createDatabase()
      stores = (await Promise.all([1, 2, 3].map(() => openPostgresLog(url)()))).map(rightOrThrow)
    })
    afterEach(() => Promise.all(stores.map((store) => store.close())))

    const appendSeveral = async (store: EventStore, appends: number): Promise<void> => {
      for (let at = 0; at < appends; at += 1) await appendOrThrow(store, newStream(), 'none', newEvents(1 + (at % 4)))
    }

    it('gives each process every event, in order and without gaps, while all append', async () => {
      const places: number[][] = stores.map(() => [])
      const subscriptions = stores.map((store) => store.subscribe({}))
      const following = subscriptions.map(async ({ pages }, at) => {
        for await (const page of pages) places[at]?.push(...page.map(({ position }) => sequenceOfPosition(position)))
      })
      await Promise.all(stores.flatMap((store) => Array.from({ length: 6 }, () => appendSeveral(store, 25))))
      const log = await readWholeLog(stores[0]!)
      const whole = log.map((_, at) => at + 1)
      expect(log.map(({ position }) => sequenceOfPosition(position))).toEqual(whole)
      while (places.some(({ length }) => length < whole.length)) await new Promise((turn) => setTimeout(turn, 20))
      expect(places).toEqual(stores.map(() => whole))
      for (const subscription of subscriptions) subscription.close()
      await Promise.all(following)
    })

    it('accepts exactly one of the appends that expect the same revision', async () => {
      const stream = newStream()
      await appendOrThrow(stores[0]!, stream, 'none', newEvents(1))
      const attempts = Array.from({ length: 24 }, (_, at) => stores[at % 3]!.append(stream, 0, newEvents(1))())
      const outcomes = await Promise.all(attempts)
      expect(outcomes.filter(either.isRight)).toHaveLength(1)
      for (const outcome of outcomes.filter(either.isLeft))
        expect(outcome.left).toEqual({ _tag: 'Conflict', stream, expected: 0, actual: 1 })
    })

    it('answers a repeat of another process with the first result', async () => {
      const [stream, appended] = [newStream(), newEvents(2)]
      const first = await appendOrThrow(stores[0]!, stream, 'none', appended)
      expect(await appendOrThrow(stores[1]!, stream, 'none', appended)).toEqual({ ...first, repeated: true })
      expect(await appendOrThrow(stores[2]!, stream, 'any', appended)).toEqual({ ...first, repeated: true })
    })

    it('notifies subscriptions of appends by another process, and not only by a timer', async () => {
      const setTimer = setInterval
      const timers = jest
        .spyOn(globalThis, 'setInterval')
        .mockImplementation((run: () => void) => setTimer(run, 1_000_000))
      const url = await server().createDatabase()
      const [one, other] = [rightOrThrow(await openPostgresLog(url)()), rightOrThrow(await openPostgresLog(url)())]
      const pages = one.subscribe({}).pages[Symbol.asyncIterator]()
      expect((await pages.next()).value).toEqual([])
      const nextIds = nextEventIds(pages, 1)
      const appended = newEvents(1)
      await appendOrThrow(other, newStream(), 'none', appended)
      expect(await nextIds).toEqual(eventIds(appended))
      timers.mockRestore()
      await Promise.all([one.close(), other.close()])
    })
  })
})
