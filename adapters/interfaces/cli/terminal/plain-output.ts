import type { Writable } from 'node:stream'
import type { CliOutput, WorkProgress } from '../cli-output'

/** Progress is written at each tenth. */
const steps = 10

const stepOf = ({ done, total }: WorkProgress): number => (total === 0 ? 0 : Math.floor((steps * done) / total))

/** Output as plain lines, for pipes and files: answers on one stream, problems, notices and progress on the other. */
export const createPlainOutput = (answers: Writable, problems: Writable): CliOutput => {
  let lastShown: string | undefined
  return {
    writeLine: (text) => void answers.write(`${text}\n`),
    writeProblem: (text) => void problems.write(`${text}\n`),
    writeNotice: (text) => void problems.write(`${text}\n`),
    showProgress: (progress) => {
      const { what, done, total } = progress
      const current = `${what}${String(stepOf(progress))}`
      if (current === lastShown) return
      lastShown = current
      problems.write(`${what}: ${String(done)}${total === 0 ? '' : ` of ${String(total)}`}\n`)
    },
    endProgress: () => {
      lastShown = undefined
    },
  }
}
