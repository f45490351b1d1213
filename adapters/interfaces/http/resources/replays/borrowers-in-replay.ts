import type { ReplaySubject } from '../../../../../domain/replay/replay-subject'
import { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerById } from '../../../../../projections/borrowers/borrower-record-queries'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'

/** Replays of things. As a queue or a shelf does, they name borrowers by id alone, and open no record. */
const thingSubjects: ReadonlySet<ReplaySubject> = new Set<ReplaySubject>(['copy', 'title', 'reservation', 'recording'])

const idsIn = (value: unknown): ReadonlyArray<BorrowerId> => {
  if (BorrowerId.is(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}

/** The borrowers whom a replay is about, and whom it shows. Of one who is erased it shows nothing. */
export const borrowersInReplay = (
  { subject, id }: { readonly subject: ReplaySubject; readonly id: string },
  answer: unknown,
  rows: ReadModelRows,
): ReadonlyArray<BorrowerId> =>
  thingSubjects.has(subject)
    ? []
    : [...new Set([...idsIn(id), ...idsIn(answer)])].filter((borrower) => borrowerById(borrower)(rows) !== undefined)
