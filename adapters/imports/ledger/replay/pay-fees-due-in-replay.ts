import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { unkeyedOrigin } from '../../../../domain/use-cases/command-metadata'
import { payFees } from '../../../../domain/use-cases/pay-fees'
import { addDays, type Day } from '../../../../domain/values/day'
import { noonOf } from '../../../../domain/values/instant'
import type { BorrowerId } from '../../../../domain/values/ids'
import { sumOfOre } from '../../../../domain/values/ore'
import { feesTable, type FeeRow } from '../../../../projections/fees/fee-tables'
import type { LedgerImportError } from '../ledger-import-error'
import { runConcurrently } from '../../../system/concurrency/run-concurrently'
import { toImportInterrupted } from './to-import-interrupted'
import type { RunningImport } from './running-import'

type FeesOfBorrower = readonly [BorrowerId, ReadonlyArray<FeeRow>]

/** The fees and bills that are paid on a day, by borrower. */
const feesToPay = ({ library, options }: RunningImport, day: Day): ReadonlyArray<FeesOfBorrower> => {
  const unpaid = (kind: FeeRow['kind'], days: number): ReadonlyArray<FeeRow> =>
    library.rows.find(feesTable, { where: { settledOn: null, kind }, atMost: { leviedOn: addDays(-days)(day) } })
  const due = [...unpaid('lateness', options.feesPaidAfterDays), ...unpaid('compensation', options.billsPaidAfterDays)]
  const byBorrower = new Map<BorrowerId, ReadonlyArray<FeeRow>>()
  for (const fee of due) byBorrower.set(fee.borrower, [...(byBorrower.get(fee.borrower) ?? []), fee])
  return [...byBorrower]
}

const payFeesOfBorrower =
  ({ library, counters }: RunningImport, day: Day) =>
  ([borrower, fees]: FeesOfBorrower): TE.TaskEither<LedgerImportError, unknown> => {
    counters.commands += 1
    return pipe(
      payFees(library.useCaseDependencies)({
        borrower,
        order: library.useCaseDependencies.commandHandling.random.uuid(),
        fees: fees.map(({ fee }) => fee),
        amount: sumOfOre(fees.map(({ amount }) => amount)),
        at: noonOf(day),
        origin: unkeyedOrigin,
      }),
      TE.mapLeft(toImportInterrupted('pay', day)),
    )
  }

/**
 * Pays the fees and bills whose day of payment has come. It waits for all reactions first, so fees paid before an
 * interruption are settled and are not paid twice.
 */
export const payFeesDueInReplay =
  (runningImport: RunningImport) =>
  (day: Day): TE.TaskEither<LedgerImportError, void> =>
    pipe(
      runningImport.library.useCaseDependencies.waitForReactions,
      TE.chainW(() => runningImport.library.catchUpReadModels),
      TE.mapLeft(toImportInterrupted('pay', day)),
      TE.chain(() =>
        pipe(
          runningImport.library.useCaseDependencies.commandHandling.random.shuffle(feesToPay(runningImport, day)),
          runConcurrently(runningImport.options.concurrency)(payFeesOfBorrower(runningImport, day)),
        ),
      ),
    )
