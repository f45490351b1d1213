import type { EventStore } from '../../domain/ports/event-store'
import { appending } from './event-store/appending'
import type { StoreUnderTest } from './event-store/given'
import { likeAModel } from './event-store/model'
import { reading } from './event-store/reading'
import { repeating } from './event-store/repeating'
import { subscribing } from './event-store/subscribing'

export type { StoreUnderTest } from './event-store/given'

/** What every event store promises. Each test gets an empty log of its own from `open`. */
export const eventStoreContract = (name: string, { open, reopen }: StoreUnderTest): void => {
  let current: EventStore
  const store = () => current

  describe(`an event store: ${name}`, () => {
    beforeEach(async () => {
      current = await open()
    })
    afterEach(async () => {
      await current.close()
    })
    describe('appending', () => {
      appending(store)
    })
    describe('repeating', () => {
      repeating(store, reopen)
    })
    describe('reading', () => {
      reading(store)
    })
    describe('subscribing', () => {
      subscribing(store)
    })
  })
  describe(`an event store: ${name}`, () => {
    likeAModel(open)
  })
}
