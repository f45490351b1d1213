import { lend } from '../../../domain/use-cases/lend'
import { pay } from '../../../domain/use-cases/pay'
import { renew } from '../../../domain/use-cases/renew'
import { reserve } from '../../../domain/use-cases/reserve'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { undoLoan } from '../../../domain/use-cases/undo-loan'
import type { CopyId } from '../../../domain/values/ids'
import { sum } from '../../../domain/values/ore'
import type { Standing } from '../../../domain/policy/standing'
import { copies } from '../../../projections/copies/rows'
import { keptCopiesOf } from '../../../projections/queue/shelf'
import { letters } from './person'
import { acted, branches, counted, type Town, type Townsman } from './town'
import { note } from './truth'

type Held = Standing['loans'][number]

/** Brings a copy back, at the counter in a visit or through the hatch. */
export const bringBack = async (town: Town, { borrower }: Townsman, { copy, loan }: Held, visit: number) => {
  const branch = town.chance.one(branches)!
  const back = counted(town)('returned', await returnCopy(town.system.library)({ copy, branch, ...acted(town) })())
  if (back !== undefined) note(town.truth)('loan', loan, borrower, visit)
}

export const borrow = async (town: Town, { borrower }: Townsman, copy: CopyId, visit: number) => {
  const { library } = town.system
  const branch = branches[0]!
  const lent = counted(town)('lent', await lend(library)({ copy, borrower, branch, ...acted(town) })())
  if (lent === undefined) return
  note(town.truth)('loan', lent.loan, borrower, visit)
  town.truth.loanOf.set(copy, lent.loan)
  if (town.chance.happens(0.03))
    counted(town)('undone', await undoLoan(library)({ copy, loan: lent.loan, branch, ...acted(town) })())
}

const settle = async (town: Town, { borrower, n }: Townsman, visit: number) => {
  const { library } = town.system
  const known = await library.lookUp.fees(borrower)()
  const owed = known._tag === 'Right' ? known.right.filter(({ settled }) => !settled) : []
  if (owed.length === 0) return
  const order = `ordre-${letters(`${String(n)} ${String(visit)}`)}`
  town.truth.canaries.add(order)
  const bill = { borrower, order, fees: owed.map(({ fee }) => fee), amount: sum(owed.map(({ amount }) => amount)) }
  const paid = counted(town)('paid', await pay(library)({ ...bill, ...acted(town) })())
  if (paid === undefined) return
  note(town.truth)('payment', paid.payment, borrower, visit)
  for (const { fee } of owed) note(town.truth)('fee', fee, borrower, visit)
}

const wait = async (town: Town, { borrower }: Townsman, visit: number) => {
  const { title } = town.chance.one(town.copies)!
  const wish = { title, borrower, pickUpBranch: undefined, interestUntil: undefined }
  const waits = counted(town)('reserved', await reserve(town.system.library)({ ...wish, ...acted(town) })())
  if (waits !== undefined) note(town.truth)('reservation', waits.reservation, borrower, visit)
}

/** One visit at the counter: bring back, keep longer, fetch what waits, borrow, pay, ask for more. */
export const visitOf = async (town: Town, townsman: Townsman, standing: Standing): Promise<number> => {
  const { chance, system } = town
  const visit = (town.visits += 1)
  for (const held of standing.loans) {
    if (!townsman.keepsBooks && chance.happens(0.75)) await bringBack(town, townsman, held, visit)
    else if (chance.happens(0.5)) {
      const kept = counted(town)('renewed', await renew(system.library)({ ...held, ...standing, ...acted(town) })())
      if (kept !== undefined) note(town.truth)('loan', held.loan, townsman.borrower, visit)
    }
  }
  await system.library.reactionsDone()
  if (chance.happens(0.8)) await settle(town, townsman, visit)
  for (const { copy } of keptCopiesOf(townsman.borrower)(system.rows)) await borrow(town, townsman, copy, visit)
  for (let wishes = chance.below(4); wishes > 0; wishes--) {
    const free = chance.one(system.rows.find(copies, { where: { status: 'onShelf' } }))
    if (free !== undefined) await borrow(town, townsman, free.copy, visit)
  }
  if (chance.happens(0.35)) await wait(town, townsman, visit)
  await system.library.reactionsDone()
  return visit
}
