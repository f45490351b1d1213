/** Whether the request was made, and its reservations. It holds nothing personal. */
export type ParallelReservationState = { readonly _tag: 'Unrequested' | 'Requested' | 'Completed' }

export const initialParallelReservationState: ParallelReservationState = { _tag: 'Unrequested' }
