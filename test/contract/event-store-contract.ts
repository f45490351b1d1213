import type { EventStore } from '../../domain/ports/event-store'
import { appendingContract } from './event-store/appending-contract'
import type { StoreUnderTest } from './event-store/event-store-steps'
import { listModelContract } from './event-store/list-model-contract'
import { readingContract } from './event-store/reading-contract'
import { repeatedAppendContract } from './event-store/repeated-append-contract'
import { subscribingContract } from './event-store/subscribing-contract'

export type { StoreUnderTest } from './event-store/event-store-steps'

/** The contract of every event store. Each test opens an empty log of its own. */
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
      appendingContract(store)
    })
    describe('repeating', () => {
      repeatedAppendContract(store, reopen)
    })
    describe('reading', () => {
      readingContract(store)
    })
    describe('subscribing', () => {
      subscribingContract(store)
    })
  })
  describe(`an event store: ${name}`, () => {
    listModelContract(open)
  })
}
