import type { BorrowerId } from '../../domain/values/ids'
import { messageCountsOfBorrower } from '../message-counts/message-count-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

/** How many messages of which kind a borrower got, by month; undefined when there are no counts. */
export const heldMessageCounts = (retentionMonths: number) => (borrower: BorrowerId) => (rows: ReadModelRows) =>
  unlessAllEmpty({
    months: messageCountsOfBorrower(retentionMonths)(borrower)(rows).map(({ month, counts, forgottenOn }) => ({
      ...{ month, forgottenOn },
      counts: counts.map(({ kind, number }) => ({ about: kind, times: number })),
    })),
  })
