import { sharedTruth } from '../fixtures/shared'
import { severalProcesses } from './several-processes'

severalProcesses('in memory', () => {
  const truth = sharedTruth(300)
  return Promise.resolve((process) => Promise.resolve(truth(process)))
})
