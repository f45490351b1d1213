import { addDays, daysFrom, type Day } from '../../../../domain/values/day'
import type { Asked, Command } from '../command'
import { exitCode } from '../exit-code'
import { codeOf, withSystem } from '../with-system'

/** Where to: a day, or so many days on. */
export type Forward = { readonly to: Day } | { readonly days: number }

const inWords = (error: { readonly _tag: string }): string => {
  switch (error._tag) {
    case 'ClockIsReal':
      return 'The clock of this library is real: it moves by itself.'
    case 'ClockWouldRunBack':
      return 'Time does not run backwards: name a later day.'
    default:
      return `A day could not be closed: ${error._tag}. Run it again.`
  }
}

/** Moves a simulated clock on: each day that passes is closed, and what falls due with it is erased. */
export const clockForward = ({ json }: Asked, forward: Forward): Command =>
  withSystem(async (system, out) => {
    const from = system.library.desk.clock.today()
    const to = 'to' in forward ? forward.to : addDays(forward.days)(from)
    const total = Math.max(0, daysFrom(from)(to))
    let done = 0
    const moved = await system.clock.moveTo(to, () => {
      done += 1
      out.progress({ what: 'Days', done, total })
    })()
    out.endProgress()
    if (moved._tag === 'Left') {
      out.problem(inWords(moved.left))
      return codeOf(moved.left)
    }
    out.line(json ? JSON.stringify({ from, today: to }) : `The library's clock stands on ${to}.`)
    return exitCode.done
  })
