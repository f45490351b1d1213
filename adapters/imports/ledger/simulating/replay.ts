import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { daysFrom, type Day } from '../../../../domain/values/day'
import { monthOf } from '../../../../domain/values/month'
import type { MachineClock } from '../../../../domain/ports/clocks'
import type { ImportError } from '../import-error'
import type { ImportProgress } from '../request'
import { actDay } from './act-day'
import { brokeOff } from './broke-off'
import { durableProgress } from './durable-progress'
import { finishImport } from './import-stream'
import { nextDay } from './next-day'
import { payDue } from './pay-due'
import { registerMonth } from './register-month'
import type { Running } from './running'
import { borrowersAreLeft, daysAfterTheLastBorrower, longestWait } from './whats-left'

const done: TE.TaskEither<ImportError, unknown> = TE.right(undefined)

/** What the rows ask of a day. The last of them ends the import, and with it the key under which its ids are derived. */
const rowsOf = (running: Running, isFirstOfMonth: boolean, day: Day): TE.TaskEither<ImportError, unknown> =>
  pipe(
    isFirstOfMonth ? registerMonth(running)(day) : done,
    TE.chain(() => actDay(running)(day)),
    TE.chain(() => (day === running.plan.last ? finishImport(running)(day) : done)),
  )

const actsOf = (running: Running, isFirstOfMonth: boolean, day: Day): TE.TaskEither<ImportError, unknown> =>
  pipe(
    payDue(running)(day),
    TE.chain(() => (running.rowsAreIn || day > running.plan.last ? done : rowsOf(running, isFirstOfMonth, day))),
  )

/** Replays the ledger from today on, day by day, and on after its last row until nothing falls due. */
export const replay =
  (running: Running, progress: ImportProgress, machine: MachineClock): TE.TaskEither<ImportError, void> =>
  async () => {
    const { system, plan, ledger } = running
    const { last } = plan
    const durable = durableProgress(system, machine, progress, ledger.loans.length)
    const next = nextDay({ running, durable, ...progress })
    let month = ''
    let emptySince: Day | undefined
    for (;;) {
      const today = system.library.desk.clock.today()
      if (today > last) {
        if (borrowersAreLeft(last)(system.rows)) emptySince = undefined
        else emptySince ??= today
        const isQuiet = emptySince !== undefined && daysFrom(emptySince)(today) >= daysAfterTheLastBorrower
        if (isQuiet || today > longestWait(last)) return pipe(durable.flush, TE.mapLeft(brokeOff('finish', today)))()
      }
      const acted = await actsOf(running, monthOf(today) !== month, today)()
      if (E.isLeft(acted)) return acted
      month = monthOf(today)
      const moved = await next(today)()
      if (E.isLeft(moved)) return moved
    }
  }
