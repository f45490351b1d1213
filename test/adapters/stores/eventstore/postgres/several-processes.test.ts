import { either } from 'fp-ts'
import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-log'
import { placeOf } from '../../../../../adapters/stores/eventstore/position'
import type { EventStore } from '../../../../../domain/ports/event-store'
import { append, aStream, coming, events, idsOf, wholeLog } from '../../../../contract/event-store/given'
import { withPostgres } from '../../../../fixtures/postgres/with-postgres'
import { right } from '../../../../fixtures/right'

withPostgres((server) => {
  describe('a log that three processes have open', () => {
    let stores: ReadonlyArray<EventStore>
    beforeEach(async () => {
      const url = await server().newDatabase()
      stores = (await Promise.all([1, 2, 3].map(() => openPostgresLog(url)()))).map(right)
    })
    afterEach(() => Promise.all(stores.map((store) => store.close())))

    const appendInTurn = async (store: EventStore, appends: number): Promise<void> => {
      for (let at = 0; at < appends; at += 1) await append(store, aStream(), 'none', events(1 + (at % 4)))
    }

    it('shows each of them every event, in order, without a gap, while all append', async () => {
      const places: number[][] = stores.map(() => [])
      const subscriptions = stores.map((store) => store.subscribe({}))
      const following = subscriptions.map(async ({ pages }, at) => {
        for await (const page of pages) places[at]?.push(...page.map(({ position }) => placeOf(position)))
      })
      await Promise.all(stores.flatMap((store) => Array.from({ length: 6 }, () => appendInTurn(store, 25))))
      const log = await wholeLog(stores[0]!)
      const whole = log.map((_, at) => at + 1)
      expect(log.map(({ position }) => placeOf(position))).toEqual(whole)
      while (places.some(({ length }) => length < whole.length)) await new Promise((turn) => setTimeout(turn, 20))
      expect(places).toEqual(stores.map(() => whole))
      for (const subscription of subscriptions) subscription.close()
      await Promise.all(following)
    })

    it('lets exactly one write of all who saw the same revision', async () => {
      const stream = aStream()
      await append(stores[0]!, stream, 'none', events(1))
      const asked = Array.from({ length: 24 }, (_, at) => stores[at % 3]!.append(stream, 0, events(1))())
      const outcomes = await Promise.all(asked)
      expect(outcomes.filter(either.isRight)).toHaveLength(1)
      for (const outcome of outcomes.filter(either.isLeft))
        expect(outcome.left).toEqual({ _tag: 'Conflict', stream, expected: 0, actual: 1 })
    })

    it('answers an append that another process made already with its first answer', async () => {
      const [stream, given] = [aStream(), events(2)]
      const first = await append(stores[0]!, stream, 'none', given)
      expect(await append(stores[1]!, stream, 'none', given)).toEqual({ ...first, repeated: true })
      expect(await append(stores[2]!, stream, 'any', given)).toEqual({ ...first, repeated: true })
    })

    it('rings for what another process appends', async () => {
      const pages = stores[0]!.subscribe({}).pages[Symbol.asyncIterator]()
      expect((await pages.next()).value).toEqual([])
      const heard = coming(pages, 1)
      await new Promise((turn) => setTimeout(turn, 150))
      const [began, given] = [performance.now(), events(1)]
      await append(stores[1]!, aStream(), 'none', given)
      expect(await heard).toEqual(idsOf(given))
      expect(performance.now() - began).toBeLessThan(900)
    })
  })
})
