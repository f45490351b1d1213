import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import { createAfterTokens, type AfterTokens } from './after-token'
import { createIdempotencyKeyReader, type ReadIdempotencyKey } from './idempotency-key'
import { createRefusedTokenReporter, type ReportRefusedToken } from './refused-token-reporter'
import { createWrongPinCounter, type WrongPinCounter } from './wrong-pin-counter'
import { createPageCursorEncryption, type PageCursorEncryption } from './page-cursor-encryption'

/** State kept in memory across requests and never stored. */
export interface CrossRequestState {
  readonly afterTokens: AfterTokens
  readonly pageCursors: PageCursorEncryption
  readonly readIdempotencyKey: ReadIdempotencyKey
  readonly wrongPinCounter: WrongPinCounter
  readonly reportRefusedToken: ReportRefusedToken
}

export const createCrossRequestState = (
  clock: MonotonicClock,
  { answerTokenKey, shortTerm }: Pick<RunningLibrary, 'answerTokenKey' | 'shortTerm'>,
): CrossRequestState => ({
  afterTokens: createAfterTokens(answerTokenKey),
  pageCursors: createPageCursorEncryption(answerTokenKey),
  readIdempotencyKey: createIdempotencyKeyReader(),
  wrongPinCounter: createWrongPinCounter(shortTerm),
  reportRefusedToken: createRefusedTokenReporter(clock),
})
