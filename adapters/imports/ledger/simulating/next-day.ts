import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { addDays, type Day } from '../../../../domain/values/day'
import { fees, type Fee } from '../../../../projections/fees/rows'
import type { ImportError } from '../import-error'
import type { ImportProgress } from '../request'
import { brokeOff } from './broke-off'
import type { DurableProgress } from './durable-progress'
import type { Running } from './running'

const added = (tally: { readonly count: number; readonly amount: number }, fee: Fee) => ({
  count: tally.count + 1,
  amount: tally.amount + fee.amount,
})

/** Counts what the day that is over has levied: at midnight all of it is known, and none of it forgotten. */
const count = ({ system, tally }: Running, over: Day): void => {
  for (const fee of system.rows.find(fees, { where: { leviedOn: over } })) {
    if (fee.kind === 'lateness') tally.fees = added(tally.fees, fee)
    else tally.bills = added(tally.bills, fee)
  }
}

/** An import under way, and whom it tells how it goes on. */
export interface Replaying extends Pick<ImportProgress, 'midnight'> {
  readonly running: Running
  readonly durable: DurableProgress
}

const atMidnight =
  ({ running, durable, midnight }: Replaying, over: Day): TE.TaskEither<ImportError, void> =>
  async () => {
    const { system, tally } = running
    count(running, over)
    const { overdue } = await system.retention.status()
    if (overdue > 0) tally.midnightsWithOverdue += 1
    tally.days += 1
    await midnight?.(over)
    return pipe(durable.dayIsOver(over, tally.loans), TE.mapLeft(brokeOff('move the clock', over)))()
  }

/** Ends a day: the clock moves on, the day is closed, what fell due with it is erased, and that none is left is seen. */
export const nextDay =
  (replaying: Replaying) =>
  (over: Day): TE.TaskEither<ImportError, void> =>
    pipe(
      replaying.running.system.clock.moveTo(addDays(1)(over), () => undefined),
      TE.mapLeft(brokeOff('move the clock', over)),
      TE.chain(() => atMidnight(replaying, over)),
    )
