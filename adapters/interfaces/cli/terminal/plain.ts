import type { Writable } from 'node:stream'
import type { Out, Progress } from '../out'

/** Progress is told again when another tenth is done. */
const parts = 10

const tenthsOf = ({ done, total }: Progress): number => (total === 0 ? 0 : Math.floor((parts * done) / total))

/** Plain lines, for pipes and files: answers on one stream, problems and progress on the other. */
export const plainOut = (answers: Writable, problems: Writable): Out => {
  let told: string | undefined
  return {
    line: (text) => void answers.write(`${text}\n`),
    problem: (text) => void problems.write(`${text}\n`),
    progress: (progress) => {
      const { what, done, total } = progress
      const now = `${what}${String(tenthsOf(progress))}`
      if (now === told) return
      told = now
      problems.write(`${what}: ${String(done)}${total === 0 ? '' : ` of ${String(total)}`}\n`)
    },
    endProgress: () => {
      told = undefined
    },
  }
}
