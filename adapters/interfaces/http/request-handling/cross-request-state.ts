import type { MachineClock } from '../../../../domain/ports/clocks'
import { createIdempotencyKeyReader, type ReadIdempotencyKey } from './idempotency-key'
import { createWrongPinCounter, type WrongPinCounter } from './wrong-pin-counter'

/** State kept in memory across requests and never stored. */
export interface CrossRequestState {
  readonly readIdempotencyKey: ReadIdempotencyKey
  readonly wrongPinCounter: WrongPinCounter
}

export const createCrossRequestState = (clock: MachineClock): CrossRequestState => ({
  readIdempotencyKey: createIdempotencyKeyReader(),
  wrongPinCounter: createWrongPinCounter(clock),
})
