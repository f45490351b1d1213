import { notesRequestAnsweredBy } from '../../domain/policy/notes-request-policy'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { addMonths, lastDayOfMonth, monthOf } from '../../domain/values/month'
import { notesRequestsOfBorrower } from '../notes/note-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

const forgottenAfter = (months: number, answeredOn: Day | null): Day | null =>
  answeredOn === null ? null : lastDayOfMonth(addMonths(months)(monthOf(answeredOn)))

/** The requests of a borrower to see the notes, with the answers; undefined when there are none. */
export const heldNotesRequests = (retentionMonths: number) => (borrower: BorrowerId) => (rows: ReadModelRows) =>
  unlessAllEmpty({
    requests: notesRequestsOfBorrower(borrower)(rows).map(({ requestedOn, answeredOn, given, withheldBecause }) => ({
      ...{ requestedOn, answerBy: notesRequestAnsweredBy(requestedOn), answeredOn, given, withheldBecause },
      forgottenOn: forgottenAfter(retentionMonths, answeredOn),
    })),
  })
