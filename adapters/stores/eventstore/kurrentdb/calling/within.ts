import { DeadlineExceededError } from '@eventstore/db-client'

/** Waits so long for an answer and no longer: an append of this client waits for ever, and so does looking for a leader. */
export const within = <A>(milliseconds: number, answer: Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new DeadlineExceededError()), milliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(late))
  })
