import type { System } from '../../../adapters/processes/running/system'
import type { BorrowerId } from '../../../domain/values/ids'
import type { Ore } from '../../../domain/values/ore'
import { borrowersAfter } from '../../../projections/borrowers/queries'
import { blocks } from '../../../projections/borrowers/rows'
import { unsettledFeesOf } from '../../../projections/fees/queries'
import type { Deed } from '../order'
import { copies, titles } from '../world'
import type { Chance } from './chance'

const known = (system: System): ReadonlyArray<BorrowerId> =>
  borrowersAfter(undefined, 200)(system.rows).map(({ borrower }) => borrower)

const settling = (system: System, borrower: BorrowerId): Deed | undefined => {
  const owed = unsettledFeesOf(borrower)(system.rows)
  const amount = owed.reduce((sum, fee) => sum + fee.amount, 0) as Ore
  return owed.length === 0 ? undefined : { act: 'pay', borrower, fees: owed.map(({ fee }) => fee), amount }
}

const lifting = (system: System, chance: Chance): Deed | undefined => {
  const set = system.rows.find(blocks, {})
  if (set.length === 0) return undefined
  const { borrower, block } = chance.oneOf(set)
  return { act: 'lift', borrower, block }
}

/** What somebody may ask for next: mostly loans and returns. `key` makes a card number that nobody else has. */
export const nextDeed =
  (system: System, chance: Chance) =>
  (key: string): Deed => {
    const borrower = chance.oneOf(known(system))
    const copy = chance.oneOf(copies)
    const lend: Deed = { act: 'lend', copy, borrower }
    const dice = chance.below(100)
    if (dice < 35) return lend
    if (dice < 65) return { act: 'return', copy }
    if (dice < 75) return { act: 'reserve', title: chance.oneOf(titles), borrower }
    if (dice < 88) return settling(system, borrower) ?? lend
    if (dice < 91) return { act: 'block', borrower, reason: chance.oneOf(['O', 'U', 'F'] as const) }
    if (dice < 99) return lifting(system, chance) ?? lend
    return { act: 'register', card: `K-${key}` }
  }
