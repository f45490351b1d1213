import { changeBorrower } from '../../../domain/use-cases/borrower'
import { lend } from '../../../domain/use-cases/lend'
import { once, type Acted } from '../../../domain/use-cases/origin'
import { pay } from '../../../domain/use-cases/pay'
import { reserve } from '../../../domain/use-cases/reserve'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import type { BlockId, BorrowerId } from '../../../domain/values/ids'
import { sum } from '../../../domain/values/ore'
import { keptCopies } from '../../../projections/queue/shelf'
import type { System } from '../../processes/running/system'
import { done } from './done'
import { demoCopies, mainLibrary, type DemoCopy } from './titles'

/** What happens in the demo library on one day. */
export interface DemoDay {
  readonly system: System
  readonly borrowers: ReadonlyArray<BorrowerId>
  readonly draw: (below: number) => number
  /** Who is not seen again with the copy they have: it will be billed as lost. */
  readonly careless: BorrowerId
}

const acted = ({ library }: System): Acted => ({ at: library.desk.clock.now(), origin: once })

const oneOf = <A>(draw: DemoDay['draw'], things: ReadonlyArray<A>): A => things[draw(things.length)] as A

/** Lends a copy; when somebody else has it, the borrower asks to wait for it. A refusal is part of a library's day. */
const visit = async ({ system, borrowers, draw }: DemoDay): Promise<void> => {
  const { copy, title } = oneOf(draw, demoCopies)
  const borrower = oneOf(draw, borrowers)
  const lent = await lend(system.library)({ ...acted(system), copy, borrower, branch: mainLibrary })()
  if (lent._tag === 'Left' && draw(3) === 0)
    await reserve(system.library)({
      ...acted(system),
      title,
      borrower,
      pickUpBranch: undefined,
      interestUntil: undefined,
    })()
}

const handIn = async ({ system, draw, careless }: DemoDay, { copy, branch }: DemoCopy): Promise<void> => {
  const loan = await system.library.lookUp.loanOf(copy)()
  const isOut = loan._tag === 'Right' && loan.right !== undefined && loan.right.borrower !== careless
  if (isOut && draw(16) === 0) done(await returnCopy(system.library)({ ...acted(system), copy, branch })())
}

/** What was sent arrives, and every other day somebody comes for what is ready. */
const tendShelf = async ({ system, draw }: DemoDay): Promise<void> => {
  for (const kept of keptCopies(system.rows)) {
    const { copy, borrower, pickUpBranch: branch, state } = kept
    if (state === 'inTransit') done(await returnCopy(system.library)({ ...acted(system), copy, branch })())
    else if (draw(2) === 0) await lend(system.library)({ ...acted(system), copy, borrower, branch })()
  }
}

const payUp = async ({ system, borrowers, draw }: DemoDay): Promise<void> => {
  const borrower = oneOf(draw, borrowers)
  const fees = done(await system.library.lookUp.fees(borrower)()).filter(({ settled }) => !settled)
  if (fees.length > 0)
    done(
      await pay(system.library)({
        ...acted(system),
        borrower,
        order: `demo-${system.library.desk.random.uuid()}`,
        fees: fees.map(({ fee }) => fee),
        amount: sum(fees.map(({ amount }) => amount)),
      })(),
    )
}

/** A day in the demo library: copies come back, go out, are waited for and paid for. */
export const liveOneDay = async (day: DemoDay): Promise<void> => {
  for (const copy of demoCopies) await handIn(day, copy)
  await tendShelf(day)
  for (let visits = 2 + day.draw(5); visits > 0; visits--) await visit(day)
  if (day.draw(4) === 0) await payUp(day)
  done(await day.system.library.reactionsDone())
}

/** A card is stolen: its owner is blocked. */
export const blockSomebody = async ({ system }: DemoDay, borrower: BorrowerId): Promise<void> => {
  done(
    await changeBorrower(system.library)(borrower, acted(system))((ids) => ({
      type: 'BlockBorrower',
      borrower,
      block: ids.next('block') as BlockId,
      reason: 'O',
      note: null,
      at: system.library.desk.clock.now(),
    }))(),
  )
}
