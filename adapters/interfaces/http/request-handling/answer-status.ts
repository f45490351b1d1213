import { countOfLinksMs } from '../../../../domain/use-cases/email-link'
import type { HttpFailure } from '../problems/http-failure'
import { longestPinLockMs } from './wrong-pin-counter'

/** The status of an answer, and after how many seconds a client may try again: undefined when waiting changes nothing. */
export interface AnswerStatus {
  readonly status: number
  readonly retryAfterSeconds: number | undefined
}

type FailureTag = HttpFailure['_tag']

const secondsByStatus: Readonly<Record<number, number>> = { 503: 5, 429: longestPinLockMs / 1000 }

const secondsByFailure: Readonly<Partial<Record<FailureTag, number>>> = {
  /** Links are counted for a day, rounded up to a quarter-hour. */
  TooManyEmailLinks: (countOfLinksMs + 15 * 60_000) / 1000,
  /** A working disk writes all that waits in one. */
  StoreBusy: 1,
}

/** A status with the wait that belongs to it. Some failures have a wait of their own. */
export const answerStatusOf = (status: number, failure?: FailureTag): AnswerStatus => ({
  status,
  retryAfterSeconds: (failure === undefined ? undefined : secondsByFailure[failure]) ?? secondsByStatus[status],
})

/** The header Retry-After, when waiting helps. */
export const retryAfterHeader = ({
  retryAfterSeconds,
}: Pick<AnswerStatus, 'retryAfterSeconds'>): Readonly<Record<string, string>> =>
  retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
