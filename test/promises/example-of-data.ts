import type { Day } from '../../domain/values/day'
import type { BorrowerId, GuardianshipId } from '../../domain/values/ids'
import type { ServedLibrary } from '../adapters/interfaces/http/with-http-server'

/** A request that changes a value directly. */
export interface ChangeRequest {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  /** A change that must name the version it changes: the path that answers it. */
  readonly versionAt?: string
}

/** One value of a kind of data in a library. */
export interface HeldValue {
  readonly borrower: BorrowerId
  /** The guardianship that the token of the guardian names, where there is one. */
  readonly guardianship?: GuardianshipId
  /** The value as it stands in the JSON of answers, and as it stands in the events. */
  readonly shown: string
  readonly stored?: string
  /** Where it might be seen: each is asked by everybody. */
  readonly paths: ReadonlyArray<string>
  /** The copy, the fee, the loan or the legal hold that the example is about, where a later request needs it. */
  readonly about?: string
}

/** How a kind of data comes into a library, how it is changed, and how it goes. The library's first day is 2026-01-05. */
export interface ExampleOfData {
  readonly make: (library: ServedLibrary) => Promise<HeldValue>
  /** Absent where no request changes it. */
  readonly change?: (held: HeldValue) => ChangeRequest
  /** What ends it, on the day on which `make` has left the library. */
  readonly end: (library: ServedLibrary, held: HeldValue) => Promise<unknown>
  /** The last day at whose beginning it is still there; undefined when it goes at once. */
  readonly lastDay?: Day
  /** The day at whose beginning it is gone. */
  readonly goneOn: Day
}
