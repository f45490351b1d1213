import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

/** Requests that wait until something can answer them. */
export interface WaitingHttpRequests {
  readonly handle: RequestListener
  /** Answers the requests that wait, and from now on each one at once. */
  readonly answerWith: (answer: RequestListener) => void
}

/** Lets requests wait: a process listens before it has opened its library. */
export const queueRequestsUntilOpen = (): WaitingHttpRequests => {
  const waiting: Array<readonly [IncomingMessage, ServerResponse]> = []
  let answer: RequestListener | undefined
  return {
    handle: (request, response) => {
      if (answer === undefined) waiting.push([request, response])
      else answer(request, response)
    },
    answerWith: (next) => {
      answer = next
      for (const [request, response] of waiting.splice(0)) next(request, response)
    },
  }
}
