import { coalesced } from './coalesced'

/**
 * Asks together what is asked one by one: what comes while others are asked makes up the next asking, in its order.
 * `ask` answers in that order too; when it rejects, all whom it asked for are told.
 */
export const together = <Q, A>(ask: (all: ReadonlyArray<Q>) => Promise<ReadonlyArray<A>>): ((one: Q) => Promise<A>) => {
  let waiting: Array<Q> = []
  const next = coalesced(() => {
    const all = waiting
    waiting = []
    return ask(all)
  })
  return async (one) => {
    const place = waiting.push(one) - 1
    const answer = (await next())[place]
    if (answer === undefined) throw new RangeError(`nothing was answered to what was asked in place ${String(place)}`)
    return answer
  }
}
