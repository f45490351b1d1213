import type { MachineClock } from '../../../../domain/ports/clocks'
import { createIdempotencyKeyReader, type ReadIdempotencyKey } from './idempotency-key'
import { createRefusedTokenReporter, type ReportRefusedToken } from './refused-token-reporter'
import { createWrongPinCounter, type WrongPinCounter } from './wrong-pin-counter'

/** State kept in memory across requests and never stored. */
export interface CrossRequestState {
  readonly readIdempotencyKey: ReadIdempotencyKey
  readonly wrongPinCounter: WrongPinCounter
  readonly reportRefusedToken: ReportRefusedToken
}

export const createCrossRequestState = (clock: MachineClock): CrossRequestState => ({
  readIdempotencyKey: createIdempotencyKeyReader(),
  wrongPinCounter: createWrongPinCounter(clock),
  reportRefusedToken: createRefusedTokenReporter(clock),
})
