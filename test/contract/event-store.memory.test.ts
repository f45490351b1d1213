import { openMemoryLog } from '../../adapters/stores/eventstore/memory/open-memory-log'
import { checkpointsContract } from './checkpoints-contract'
import { eventStoreContract } from './event-store-contract'

eventStoreContract('in memory', { open: () => Promise.resolve(openMemoryLog().events) })
checkpointsContract('in memory', () => Promise.resolve(openMemoryLog()))
