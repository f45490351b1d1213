import { DeadlineExceededError } from '@eventstore/db-client'

/** Rejects when the answer takes too long. The client itself has no time-out for appends and for finding the leader. */
export const withTimeout = <A>(milliseconds: number, answer: Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeadlineExceededError()), milliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
