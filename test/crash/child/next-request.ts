import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { BorrowerId } from '../../../domain/values/ids'
import type { Ore } from '../../../domain/values/ore'
import { pageOfBorrowers } from '../../../projections/borrowers/borrower-record-queries'
import { blocksTable } from '../../../projections/borrowers/borrower-tables'
import { unsettledFeesOfBorrower } from '../../../projections/fees/fee-queries'
import type { RequestedAction } from '../keyed-request'
import { crashCopies, crashTitles } from '../crash-library'
import type { ReplayableRandom } from './replayable-random'

const registeredBorrowers = (system: RunningLibrary): ReadonlyArray<BorrowerId> =>
  pageOfBorrowers(undefined, 200)(system.rows).map(({ borrower }) => borrower)

const payAllFees = (system: RunningLibrary, borrower: BorrowerId): RequestedAction | undefined => {
  const owed = unsettledFeesOfBorrower(borrower)(system.rows)
  const amount = owed.reduce((sum, fee) => sum + fee.amount, 0) as Ore
  return owed.length === 0 ? undefined : { kind: 'pay', borrower, fees: owed.map(({ fee }) => fee), amount }
}

const liftAnyBlock = (system: RunningLibrary, random: ReplayableRandom): RequestedAction | undefined => {
  const set = system.rows.find(blocksTable, {})
  if (set.length === 0) return undefined
  const { borrower, block } = random.oneOf(set)
  return { kind: 'lift', borrower, block }
}

/** A random next action, mostly a loan or a return. A new card number is made from `key`, so it is unique. */
export const nextAction =
  (system: RunningLibrary, random: ReplayableRandom) =>
  (key: string): RequestedAction => {
    const borrower = random.oneOf(registeredBorrowers(system))
    const copy = random.oneOf(crashCopies)
    const lend: RequestedAction = { kind: 'lend', copy, borrower }
    const percent = random.below(100)
    if (percent < 35) return lend
    if (percent < 65) return { kind: 'return', copy }
    if (percent < 75) return { kind: 'reserve', title: random.oneOf(crashTitles), borrower }
    if (percent < 88) return payAllFees(system, borrower) ?? lend
    if (percent < 91) return { kind: 'block', borrower, reason: random.oneOf(['O', 'U', 'F'] as const) }
    if (percent < 99) return liftAnyBlock(system, random) ?? lend
    return { kind: 'register', card: `K-${key}` }
  }
