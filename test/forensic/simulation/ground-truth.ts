import type { BorrowerId, CopyId, GuardianId, LoanId } from '../../../domain/values/ids'

/** The kinds of records that belong to a borrower. */
export type PersonalRecordKind = 'loan' | 'reservation' | 'fee' | 'payment'

/** The borrower of a record, which the logs must not reveal when the record is forgotten. */
export interface PersonalRecord {
  readonly kind: PersonalRecordKind
  readonly borrower: BorrowerId
  /** The visits or closings in which something happened to the record. Events of one visit are together in the log. */
  readonly visits: Set<number>
}

/** Who a guardian is, by CPR number, and which borrower, if any: the logs must not reveal it once the guardian is forgotten. */
export interface TrueGuardian {
  readonly child: BorrowerId
  readonly person: string
  readonly asBorrower: BorrowerId | null
}

/** The facts of a simulation that attacks are scored against. */
export interface GroundTruth {
  readonly records: Map<string, PersonalRecord>
  /** The present or last loan of each copy. */
  readonly lastLoanOfCopy: Map<CopyId, LoanId>
  /** All borrowers who were ever registered. */
  readonly borrowers: Set<BorrowerId>
  /** Borrowers and records in the order in which they were made: what a log of both would tell. */
  readonly madeInOrder: string[]
  readonly guardians: Map<GuardianId, TrueGuardian>
  /** Every text that is unique to one person. */
  readonly canaries: Set<string>
}

export const emptyGroundTruth = (): GroundTruth => ({
  records: new Map(),
  lastLoanOfCopy: new Map(),
  borrowers: new Set(),
  madeInOrder: [],
  guardians: new Map(),
  canaries: new Set(),
})

/** Records that something happened to a record in a visit. */
export const recordVisit =
  ({ records, madeInOrder }: GroundTruth) =>
  (kind: PersonalRecordKind, id: string, borrower: BorrowerId, visit: number): void => {
    const known = records.get(id) ?? { kind, borrower, visits: new Set() }
    if (known.visits.size === 0) madeInOrder.push(id)
    known.visits.add(visit)
    records.set(id, known)
  }
