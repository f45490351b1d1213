import { sharedMemoryStores } from '../fixtures/shared-memory-stores'
import { testSeveralProcesses } from './several-processes-suite'

testSeveralProcesses('in memory', () => {
  const sharedStores = sharedMemoryStores(300)
  return Promise.resolve((process) => Promise.resolve(sharedStores(process)))
})
