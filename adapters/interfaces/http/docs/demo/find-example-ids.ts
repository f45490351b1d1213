import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../../../../../domain/borrower/aggregate'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { blocksOfBorrower, cardByNumber } from '../../../../../projections/borrowers/borrower-queries'
import { unsettledFeesOfBorrower } from '../../../../../projections/fees/fee-queries'
import { runningLoanOfCopy } from '../../../../../projections/loans/loan-queries'
import { reservationsOfBorrower } from '../../../../../projections/queue/reservation-queries'
import type { DemoBorrower } from '../../../../imports/demo/demo-borrowers'
import type { DemoCopy } from '../../../../imports/demo/demo-copies'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { readCurrentEtag } from '../../request-handling/etag'

/** Finds what the examples of the demo library are called now. What is gone is ''. */
export const findExampleIds = ({ rows, useCaseDependencies }: RunningLibrary) => {
  const borrower = ({ card }: DemoBorrower): BorrowerId => cardByNumber(card)(rows)?.borrower ?? ('' as BorrowerId)
  const readEtag = readCurrentEtag(useCaseDependencies)
  return {
    borrower,
    loan: ({ copy }: DemoCopy): string => runningLoanOfCopy(copy)(rows)?.loan ?? '',
    reservation: (of: DemoBorrower): string => reservationsOfBorrower(borrower(of))(rows)[0]?.reservation ?? '',
    block: (of: DemoBorrower): string => blocksOfBorrower(borrower(of))(rows)[0]?.block ?? '',
    fee: (of: DemoBorrower) => unsettledFeesOfBorrower(borrower(of))(rows)[0],
    /** The ETag of a borrower, in quotes. */
    etag: async (of: DemoBorrower): Promise<string> => {
      const etag = await TE.getOrElse(() => () => Promise.resolve(''))(
        readEtag(borrowerAggregate(useCaseDependencies.policy), borrower(of)),
      )()
      return `"${etag}"`
    },
  }
}

export type ExampleIds = ReturnType<typeof findExampleIds>
