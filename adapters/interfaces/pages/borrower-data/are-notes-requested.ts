import type { DataOfKind } from '../personal-data/personal-data'

interface HeldRequests {
  readonly requests: ReadonlyArray<{ readonly answeredOn: string | null }>
}

const isHeldRequests = (data: object | null): data is HeldRequests => data !== null && 'requests' in data

/** Whether the borrower has asked to see the notes, and staff have not answered. */
export const areNotesRequested = (rows: ReadonlyArray<DataOfKind>): boolean =>
  rows.some(({ data }) => isHeldRequests(data) && data.requests.some(({ answeredOn }) => answeredOn === null))
