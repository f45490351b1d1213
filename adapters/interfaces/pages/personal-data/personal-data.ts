import type { ShownObstacle } from '../../../../domain/policy/borrower-obligations'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { HeldData } from '../../../../projections/held-data/held-data'
import type { KindOfData } from '../../../../retention/promises/kind-of-data'
import { listKindsOfData, type KindOfDataName } from '../../../../retention/promises/kinds-of-data'

/** Who reads the data on a borrower: the borrower, or staff. */
export type DataReader = 'borrower' | 'staff'

/**
 * `withheld` follows from the row and the reader, and from protection of name and address. So it does not tell whether
 * something is held: a borrower does not learn whether there is an internal note.
 */
export type KindStatus = 'held' | 'nothing' | 'withheld'

/** A row of the promises table, and what the library holds of it. */
export interface DataOfKind {
  readonly kind: KindOfDataName
  readonly promise: KindOfData
  readonly status: KindStatus
  readonly data: object | null
}

/** All that the library holds on a borrower, for a reader: a row for each row of the promises table, in its order. */
export interface PersonalData {
  readonly borrower: BorrowerId
  readonly madeOn: Day
  readonly kinds: ReadonlyArray<DataOfKind>
  /** What stands in the way of an erasure on request. */
  readonly obstacles: ReadonlyArray<ShownObstacle>
}

/** What the library holds on a borrower, and the legal holds of which the borrower is told. */
export type HeldDataAndHolds = HeldData & { readonly explainedLegalHold: object | undefined }

/** The values of a kind of data that neither borrowers nor staff see are looked up by nobody. */
type UnreadKind = Exclude<KindOfDataName, keyof HeldDataAndHolds>
const noUnreadData: Readonly<Record<UnreadKind, undefined>> = {
  pin: undefined,
  accessStaff: undefined,
  legalHold: undefined,
  disclosures: undefined,
  statistics: undefined,
  footage: undefined,
  videoViewings: undefined,
  serverLog: undefined,
  serverLogOpenings: undefined,
}

/** What tells name or address of a borrower: of a child, also who the guardian is and where. */
const kindsOfNameAndAddress: ReadonlySet<KindOfDataName> = new Set(['name', 'careOf', 'guardian'])

/** The rows of the promises table with what is held of each, as the reader may see it. */
export const dataByKind =
  (reader: DataReader, isProtectedFromReader: boolean) =>
  (held: HeldDataAndHolds): ReadonlyArray<DataOfKind> => {
    const dataOf: Readonly<Record<KindOfDataName, object | undefined>> = { ...held, ...noUnreadData }
    return listKindsOfData().map(([kind, promise]) => {
      const isHidden = isProtectedFromReader && kindsOfNameAndAddress.has(kind)
      if (isHidden || !promise.seenBy.includes(reader)) return { kind, promise, status: 'withheld', data: null }
      const data = dataOf[kind] ?? null
      return { kind, promise, status: data === null ? 'nothing' : 'held', data }
    })
  }
