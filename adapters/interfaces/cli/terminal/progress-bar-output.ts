import type { Writable } from 'node:stream'
import { SingleBar } from 'cli-progress'
import type { CliOutput } from '../cli-output'
import { createPlainOutput } from './plain-output'

const newBar = (problems: Writable): SingleBar =>
  new SingleBar({
    stream: problems,
    format: '{what} [{bar}] {value}/{total} {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
    fps: 10,
  })

/** Output for a terminal: lines, and a progress bar. When the process is interrupted, the bar gives the cursor back. */
export const createProgressBarOutput = (answers: Writable, problems: Writable): CliOutput => {
  const plain = createPlainOutput(answers, problems)
  let bar: SingleBar | undefined
  /** Whether an interruption is handled elsewhere: a service ends in its own way. */
  let isHandled = false
  const endInterrupted = (): void => {
    endProgress()
    if (isHandled) return
    plain.writeProblem('Interrupted. Run the same command again.')
    process.kill(process.pid, 'SIGINT')
  }
  const endProgress = (): void => {
    if (bar !== undefined) process.removeListener('SIGINT', endInterrupted)
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
    writeNotice: (text) => {
      endProgress()
      plain.writeNotice(text)
    },
    showProgress: ({ what, done, total }) => {
      if (bar === undefined) {
        bar = newBar(problems)
        isHandled = process.listenerCount('SIGINT') > 0
        process.on('SIGINT', endInterrupted)
        bar.start(total, done, { what })
      } else bar.update(done, { what })
    },
    endProgress,
  }
}
