import { withRecentEvents } from '../../adapters/stores/eventstore/with-recent-events'
import { openMemoryLog } from '../../adapters/stores/eventstore/memory/store'
import { eventStoreContract } from './event-store'

eventStoreContract('with its recent events in memory', { open: () => withRecentEvents(openMemoryLog().events) })
