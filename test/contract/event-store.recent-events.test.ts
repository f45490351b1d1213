import { withRecentEvents } from '../../adapters/stores/eventstore/with-recent-events'
import { openMemoryLog } from '../../adapters/stores/eventstore/memory/open-memory-log'
import { eventStoreContract } from './event-store-contract'

eventStoreContract('with its recent events in memory', { open: () => withRecentEvents(openMemoryLog().events) })
