import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { BorrowerId } from '../../../domain/values/ids'
import { loansOfBorrower } from '../../../projections/loans/loan-queries'

/** Ms between two reads. */
const readInterval = 4

/** Reads loans of borrowers repeatedly until it is stopped. Then answers the ms of each read, from the time it was due. */
export const repeatReads = (library: RunningLibrary, borrowers: ReadonlyArray<BorrowerId>) => {
  const readMs: number[] = []
  let isStopped = false
  const loop = async (): Promise<void> => {
    for (let turn = 0; !isStopped; turn += 1) {
      const due = performance.now() + readInterval
      await setTimeout(readInterval)
      const borrower = borrowers[turn % borrowers.length]
      if (borrower !== undefined) loansOfBorrower(borrower)(library.rows)
      await library.logHeads()
      readMs.push(performance.now() - due)
    }
  }
  const loopEnded = loop()
  return {
    stop: async (): Promise<ReadonlyArray<number>> => {
      isStopped = true
      await loopEnded
      return readMs
    },
  }
}
