import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { once } from '../../../../domain/use-cases/origin'
import { pay } from '../../../../domain/use-cases/pay'
import { addDays, type Day } from '../../../../domain/values/day'
import { noonOf } from '../../../../domain/values/instant'
import type { BorrowerId } from '../../../../domain/values/ids'
import { sum } from '../../../../domain/values/ore'
import { fees, type Fee } from '../../../../projections/fees/rows'
import type { ImportError } from '../import-error'
import { atOnce } from './at-once'
import { brokeOff } from './broke-off'
import type { Running } from './running'

type PayingFor = readonly [BorrowerId, ReadonlyArray<Fee>]

/** Everything that is to be paid on a day, for each borrower who owes it. */
const toPayOn = ({ system, options }: Running, day: Day): ReadonlyArray<PayingFor> => {
  const unpaid = (kind: Fee['kind'], days: number): ReadonlyArray<Fee> =>
    system.rows.find(fees, { where: { settledOn: null, kind }, upTo: { leviedOn: addDays(-days)(day) } })
  const due = [...unpaid('lateness', options.feesPaidAfterDays), ...unpaid('compensation', options.billsPaidAfterDays)]
  const byBorrower = new Map<BorrowerId, ReadonlyArray<Fee>>()
  for (const fee of due) byBorrower.set(fee.borrower, [...(byBorrower.get(fee.borrower) ?? []), fee])
  return [...byBorrower]
}

const payAll =
  ({ system, tally }: Running, day: Day) =>
  ([borrower, owed]: PayingFor): TE.TaskEither<ImportError, unknown> => {
    tally.commands += 1
    return pipe(
      pay(system.library)({
        borrower,
        order: system.library.desk.random.uuid(),
        fees: owed.map(({ fee }) => fee),
        amount: sum(owed.map(({ amount }) => amount)),
        at: noonOf(day),
        origin: once,
      }),
      TE.mapLeft(brokeOff('pay', day)),
    )
  }

/**
 * Pays the fees and bills whose day has come, so that balances come and go. What was paid before the import broke off
 * is settled by now, since every reaction is waited for first: no order is needed to know it again.
 */
export const payDue =
  (running: Running) =>
  (day: Day): TE.TaskEither<ImportError, void> =>
    pipe(
      running.system.library.reactionsDone,
      TE.chainW(() => running.system.reach),
      TE.mapLeft(brokeOff('pay', day)),
      TE.chain(() =>
        pipe(
          running.system.library.desk.random.shuffled(toPayOn(running, day)),
          atOnce(running.options.atOnce)(payAll(running, day)),
        ),
      ),
    )
