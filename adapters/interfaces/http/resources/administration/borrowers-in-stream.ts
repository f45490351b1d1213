import { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerById } from '../../../../../projections/borrowers/borrower-record-queries'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import type { ShownEvent } from '../../../../processes/running-library/shown-event'

/** The streams of copies and titles. As a queue or a shelf does, they name borrowers by id alone, and open no record. */
const isStreamOfThing = (stream: string): boolean => /^(?:copy|title)-/.test(stream)

const borrowersNamedIn = (value: unknown): ReadonlyArray<BorrowerId> =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
        name === 'borrower' && BorrowerId.is(member) ? [member] : borrowersNamedIn(member),
      )

/** The borrowers whom events of a stream are about. Of one who is erased the stream shows nothing. */
export const borrowersInStream = (
  { stream }: { readonly stream: string },
  { events }: { readonly events: ReadonlyArray<Pick<ShownEvent, 'stored' | 'staff'>> },
  rows: ReadModelRows,
): ReadonlyArray<BorrowerId> =>
  isStreamOfThing(stream)
    ? []
    : [...new Set(events.flatMap(({ stored: { open }, staff }) => borrowersNamedIn({ open, staff })))].filter(
        (borrower) => borrowerById(borrower)(rows) !== undefined,
      )
