/** The callers that wait for an answer, in the order of their requests. */
interface PendingThreadAnswers<Answer> {
  /** Adds a caller, and answers how many wait now. */
  readonly add: (resolve: (answer: Answer) => void) => number
  /** Answers the caller that has waited longest. */
  readonly answer: (answer: Answer) => void
  readonly count: () => number
}

/** The most answered callers before they are removed from memory. */
const maxAnswered = 4096

export const createPendingThreadAnswers = <Answer>(): PendingThreadAnswers<Answer> => {
  const waiting: Array<(answer: Answer) => void> = []
  let answered = 0
  const count = (): number => waiting.length - answered
  return {
    add: (resolve) => {
      waiting.push(resolve)
      return count()
    },
    answer: (answer) => {
      const resolve = waiting[answered]
      answered += 1
      if (count() === 0 || answered === maxAnswered) {
        waiting.splice(0, answered)
        answered = 0
      }
      resolve?.(answer)
    },
    count,
  }
}
