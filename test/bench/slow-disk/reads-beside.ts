import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { System } from '../../../adapters/processes/running/system'
import type { BorrowerId } from '../../../domain/values/ids'
import { loansOf } from '../../../projections/loans/queries'

/** Ms between two reads. */
const betweenReads = 4

/** Reads a borrower's loans over and over until it is stopped; answers how long each read took from when it was due, in ms. */
export const readsBeside = (system: System, borrowers: ReadonlyArray<BorrowerId>) => {
  const took: number[] = []
  let stopped = false
  const reading = async (): Promise<void> => {
    for (let turn = 0; !stopped; turn += 1) {
      const due = performance.now() + betweenReads
      await setTimeout(betweenReads)
      const borrower = borrowers[turn % borrowers.length]
      if (borrower !== undefined) loansOf(borrower)(system.rows)
      await system.heads()
      took.push(performance.now() - due)
    }
  }
  const done = reading()
  return {
    stop: async (): Promise<ReadonlyArray<number>> => {
      stopped = true
      await done
      return took
    },
  }
}
