import type { Day } from '../../domain/values/day'
import type { BorrowerId, GuardianshipId } from '../../domain/values/ids'
import type { ServedLibrary } from '../adapters/interfaces/http/with-http-server'

/** A path in which `{borrower}` stands for the borrower of the example, and another name for what it is about. */
export type PathTemplate = string

/** A request that changes a value directly. */
export interface ChangeRequest {
  readonly method: string
  readonly path: PathTemplate
  readonly body?: unknown
  /** A change that must name the version it changes: the path that answers it. */
  readonly versionAt?: PathTemplate
}

/** One value of a kind of data in a library. */
export interface HeldValue {
  readonly borrower: BorrowerId
  /** The guardianship that the token of the guardian names, where there is one. */
  readonly guardianship?: GuardianshipId
  /** The value as it stands in the JSON of answers, and as it stands in the events. */
  readonly shown: string
  readonly stored?: string
  /** The copy, the fee, the loan or the legal hold that the example is about, where a request needs it. */
  readonly about?: string
}

/** How a kind of data comes into a library, how it is changed, and how it goes. The library's first day is 2026-01-05. */
export interface ExampleOfData {
  readonly make: (library: ServedLibrary) => Promise<HeldValue>
  /** What answers it to those who may see it, beside the export. Everybody asks each of them. */
  readonly shownAt: ReadonlyArray<PathTemplate>
  /** A request that answers it and is recorded, where no reading does. Everybody sends it. */
  readonly shownBy?: Pick<ChangeRequest, 'method' | 'path' | 'body'>
  /** What might answer it too and does not. Everybody asks each of them. */
  readonly notShownAt?: ReadonlyArray<PathTemplate>
  /** Absent where no request changes it. */
  readonly change?: ChangeRequest
  /** What ends it, on the day on which `make` has left the library. */
  readonly end: (library: ServedLibrary, held: HeldValue) => Promise<unknown>
  /** The last day at whose beginning it is still there; undefined when it goes at once. */
  readonly lastDay?: Day
  /** The day at whose beginning it is gone. */
  readonly goneOn: Day
}
