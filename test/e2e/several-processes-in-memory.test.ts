import { sharedMemoryStores } from '../fixtures/shared-memory-stores'
import { testSeveralProcesses } from './several-processes-suite'

testSeveralProcesses('in memory', () => {
  const { storesOf, endLeases } = sharedMemoryStores()
  return Promise.resolve({ storesOf: (process) => Promise.resolve(storesOf(process)), endLeases })
})
