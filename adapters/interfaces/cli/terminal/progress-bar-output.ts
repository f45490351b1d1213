import type { Writable } from 'node:stream'
import { SingleBar } from 'cli-progress'
import type { Output } from '../output'
import { createPlainOutput } from './plain-output'

const newBar = (problems: Writable): SingleBar =>
  new SingleBar({
    stream: problems,
    format: '{what} [{bar}] {value}/{total} {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
    fps: 10,
  })

/** Output for a terminal: lines, and a progress bar. */
export const createProgressBarOutput = (answers: Writable, problems: Writable): Output => {
  const plain = createPlainOutput(answers, problems)
  let bar: SingleBar | undefined
  const endProgress = (): void => {
    bar?.stop()
    bar = undefined
  }
  return {
    writeLine: (text) => {
      endProgress()
      plain.writeLine(text)
    },
    writeProblem: (text) => {
      endProgress()
      plain.writeProblem(text)
    },
    showProgress: ({ what, done, total }) => {
      if (bar === undefined) {
        bar = newBar(problems)
        bar.start(total, done, { what })
      } else bar.update(done, { what })
    },
    endProgress,
  }
}
