import { memoryLeases } from '../../adapters/processes/coordination/memory/memory-leases'
import { memoryBorrowerLock } from '../../adapters/processes/coordination/memory/memory-borrower-lock'
import type { BorrowerId } from '../../domain/values/ids'
import { borrowerLockContract, type KeyedLock } from './borrower-lock-contract'
import { leasesContract } from './leases-contract'

borrowerLockContract('in process', () => {
  const lock = memoryBorrowerLock()
  const keyedLock: KeyedLock = (key) => lock(key as BorrowerId)
  return Promise.resolve({ one: keyedLock, other: keyedLock })
})

leasesContract('in process', 1000, () => {
  let now = 0
  const leases = memoryLeases({ elapsed: () => now })(1000)
  const pass = (ms: number) => Promise.resolve(void (now += ms))
  return Promise.resolve({ one: leases, other: leases, pass })
})
