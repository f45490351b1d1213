import { openMemoryLog } from '../../adapters/stores/eventstore/memory/store'
import { checkpointsContract } from './checkpoints'
import { eventStoreContract } from './event-store'

eventStoreContract('in memory', { open: () => Promise.resolve(openMemoryLog().events) })
checkpointsContract('in memory', () => Promise.resolve(openMemoryLog()))
