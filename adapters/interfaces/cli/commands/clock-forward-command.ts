import { addDays, daysBetween, type Day } from '../../../../domain/values/day'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import { exitCodeForError, commandOnLibrary } from '../command-on-library'

/** The target: a day, or a number of days after today. */
export type ClockTarget = { readonly to: Day } | { readonly days: number }

/** The date is in doubt: nothing is closed or erased, so the clock does not move on. */
const dateDoubts: ReadonlyArray<string | undefined> = ['MissingDays', 'ClockWentBack']

const toMessage = (error: { readonly _tag: string; readonly because?: string }): string => {
  if (dateDoubts.includes(error.because))
    return 'The clock was not moved, because erasing is stopped. `glemsom retention status` says why and how to go on.'
  switch (error._tag) {
    case 'ClockIsReal':
      return 'The clock of this library is real: it moves by itself.'
    case 'ClockWouldRunBack':
      return 'The clock cannot move backwards. Name a later day.'
    default:
      return `A day could not be closed: ${error._tag}. Run the command again.`
  }
}

/** Moves a simulated clock forward. Each day that passes is closed, and what is due is erased. */
export const clockForwardCommand = ({ json }: CommandLineOptions, target: ClockTarget): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const from = library.useCaseDependencies.commandHandling.clock.today()
    const to = 'to' in target ? target.to : addDays(target.days)(from)
    const total = Math.max(0, daysBetween(from)(to))
    let done = 0
    const moved = await library.clock.moveTo(to, () => {
      done += 1
      output.showProgress({ what: 'Days', done, total })
    })()
    output.endProgress()
    if (moved._tag === 'Left') {
      output.writeProblem(toMessage(moved.left))
      return exitCodeForError(moved.left)
    }
    output.writeLine(json ? JSON.stringify({ from, today: to }) : `The library's clock stands on ${to}.`)
    return exitCode.done
  })
