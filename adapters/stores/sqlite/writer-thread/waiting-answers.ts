/** Who waits for an answer, in the order of their requests. */
export interface WaitingAnswers<Answer> {
  /** Answers how many wait now. */
  readonly add: (resolve: (answer: Answer) => void) => number
  /** Answers the one who has waited longest. */
  readonly answer: (answer: Answer) => void
  readonly count: () => number
}

/** So many answered ones are dropped at a time. */
const dropped = 4096

export const waitingAnswers = <Answer>(): WaitingAnswers<Answer> => {
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
      if (count() === 0 || answered === dropped) {
        waiting.splice(0, answered)
        answered = 0
      }
      resolve?.(answer)
    },
    count,
  }
}
