import type { BorrowerId, CopyId, LoanId } from '../../../domain/values/ids'

/** The kinds of record that belong to somebody. */
export type RecordKind = 'loan' | 'reservation' | 'fee' | 'payment'

/** What the test knows of a record and the logs must not tell once it is forgotten. */
export interface TrueRecord {
  readonly kind: RecordKind
  readonly borrower: BorrowerId
  /** The visits (or closings) in which something happened to it: what happens in one stands together in the log. */
  readonly visits: Set<number>
}

/** The truth about a life, kept aside. */
export interface Truth {
  readonly records: Map<string, TrueRecord>
  /** The loan in which a copy is, or was last. */
  readonly loanOf: Map<CopyId, LoanId>
  /** Borrowers who are registered, or were. */
  readonly borrowers: Set<BorrowerId>
  /** Every text that is somebody's alone. */
  readonly canaries: Set<string>
}

export const nothingKnown = (): Truth => ({
  records: new Map(),
  loanOf: new Map(),
  borrowers: new Set(),
  canaries: new Set(),
})

/** Notes that something happened to a record in a visit. */
export const note =
  ({ records }: Truth) =>
  (kind: RecordKind, id: string, borrower: BorrowerId, visit: number): void => {
    const known = records.get(id) ?? { kind, borrower, visits: new Set() }
    known.visits.add(visit)
    records.set(id, known)
  }
