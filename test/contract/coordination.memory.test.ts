import { leasesInProcess } from '../../adapters/processes/coordination/memory/leases'
import { gateInProcess } from '../../adapters/processes/coordination/memory/gate'
import type { BorrowerId } from '../../domain/values/ids'
import { gateContract, type AnyGate } from './gate'
import { leasesContract } from './leases'

gateContract('in process', () => {
  const gate = gateInProcess()
  const at: AnyGate = (key) => gate(key as BorrowerId)
  return Promise.resolve({ one: at, other: at })
})

leasesContract('in process', 1000, () => {
  let now = 0
  const leases = leasesInProcess({ elapsed: () => now })(1000)
  const pass = (ms: number) => Promise.resolve(void (now += ms))
  return Promise.resolve({ one: leases, other: leases, pass })
})
