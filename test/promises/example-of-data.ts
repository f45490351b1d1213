import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import type { PersonWithAccess } from '../../retention/promises/kind-of-data'
import type { ServedLibrary } from '../adapters/interfaces/http/with-http-server'

type Role = PersonWithAccess

/** A change by itself: the request that makes it. */
export interface ChangeRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** One value of a kind of data in a library. */
export interface HeldValue {
  readonly borrower: BorrowerId
  /** The value as it stands in the JSON of answers, and as it stands in the events. */
  readonly shown: string
  readonly stored?: string
  /** Where each role would see it. */
  readonly paths: Readonly<Partial<Record<Role, string>>>
  /** The copy or the legal hold that the example is about, where `end` needs it. */
  readonly about?: string
}

/** How a kind of data comes into a library, how it is changed, and how it goes. The library's first day is 2026-01-05. */
export interface ExampleOfData {
  readonly make: (library: ServedLibrary) => Promise<HeldValue>
  /** Absent where nobody changes it by itself. */
  readonly change?: (held: HeldValue) => ChangeRequest
  /** What ends it, on the first day but where `make` has moved the clock. */
  readonly end: (library: ServedLibrary, held: HeldValue) => Promise<unknown>
  /** The last day at whose beginning it is still there; undefined when it goes at once. */
  readonly lastDay?: Day
  /** The day at whose beginning it is gone. */
  readonly goneOn: Day
}
