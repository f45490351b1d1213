import { sharedMemoryStores } from '../fixtures/shared-memory-stores'
import { testRollingProcesses } from './rolling-processes-suite'

testRollingProcesses('in memory', () => {
  const { storesOf, endLeases } = sharedMemoryStores()
  return Promise.resolve({ storesOf: (process) => Promise.resolve(storesOf(process)), endLeases })
})
