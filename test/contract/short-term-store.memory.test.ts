import { memoryShortTermRows } from '../../adapters/stores/short-term/memory/memory-short-term-rows'
import { shortTermStoreContract } from './short-term-store-contract'

shortTermStoreContract('in memory', () => {
  const rows = memoryShortTermRows()
  return Promise.resolve({ one: rows, other: rows })
})
