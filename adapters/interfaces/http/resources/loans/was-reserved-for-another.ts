import type { CopyEvent } from '../../../../../domain/copy/copy-event'

/** Whether a loan has taken a copy that was reserved for another borrower. False for a repeat, whose first answer said it. */
export const wasReservedForAnother = (events: ReadonlyArray<CopyEvent>): boolean =>
  events.some((event) => event.type === 'SetAsideReleased' && event.open.because === 'copy gone')
