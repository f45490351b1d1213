import type { Writable } from 'node:stream'
import { SingleBar } from 'cli-progress'
import type { Out } from '../out'
import { plainOut } from './plain'

const newBar = (problems: Writable): SingleBar =>
  new SingleBar({
    stream: problems,
    format: '{what} [{bar}] {value}/{total} {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
    fps: 10,
  })

/** Answers as lines, and progress as a bar that is drawn over itself, for a terminal. */
export const terminalOut = (answers: Writable, problems: Writable): Out => {
  const plain = plainOut(answers, problems)
  let bar: SingleBar | undefined
  const endProgress = (): void => {
    bar?.stop()
    bar = undefined
  }
  return {
    line: (text) => {
      endProgress()
      plain.line(text)
    },
    problem: (text) => {
      endProgress()
      plain.problem(text)
    },
    progress: ({ what, done, total }) => {
      if (bar === undefined) {
        bar = newBar(problems)
        bar.start(total, done, { what })
      } else bar.update(done, { what })
    },
    endProgress,
  }
}
