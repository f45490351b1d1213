import type { Task } from 'fp-ts/Task'
import type { System } from '../../adapters/processes/running/system'
import { changeBorrower } from '../../domain/use-cases/borrower'
import { lend } from '../../domain/use-cases/lend'
import type { Acted } from '../../domain/use-cases/origin'
import { pay } from '../../domain/use-cases/pay'
import { register } from '../../domain/use-cases/register'
import { reserve } from '../../domain/use-cases/reserve'
import { returnCopy } from '../../domain/use-cases/return-copy'
import type { BlockId } from '../../domain/values/ids'
import type { Order } from './order'
import { outcomeOf, type Outcome } from './outcome'
import { branch, details, personOf } from './world'

const answerTo = (library: System['library'], { key, at, deed }: Order) => {
  const acted: Acted = { at, origin: { _tag: 'Keyed', key } }
  switch (deed.act) {
    case 'lend':
      return lend(library)({ copy: deed.copy, borrower: deed.borrower, branch, ...acted })
    case 'return':
      return returnCopy(library)({ copy: deed.copy, branch, ...acted })
    case 'reserve': {
      const { title, borrower } = deed
      return reserve(library)({ title, borrower, pickUpBranch: undefined, interestUntil: undefined, ...acted })
    }
    case 'register':
      return register(library)({
        person: personOf(deed.card),
        details,
        cardShown: { number: deed.card, pin: null },
        ...acted,
      })
    case 'pay':
      return pay(library)({ borrower: deed.borrower, order: key, fees: deed.fees, amount: deed.amount, ...acted })
    case 'block': {
      const { borrower, reason } = deed
      return changeBorrower(library)(borrower, acted)((ids) => {
        const block = ids.next('block') as BlockId
        return { type: 'BlockBorrower', borrower, block, reason, note: null, at }
      })
    }
    case 'lift': {
      const { borrower, block } = deed
      return changeBorrower(library)(borrower, acted)(() => ({ type: 'LiftBlock', borrower, block }))
    }
  }
}

/** Sends an order to a library, for the first time or again. */
export const send =
  ({ library }: Pick<System, 'library'>) =>
  (order: Order): Task<Outcome> =>
  async () =>
    outcomeOf(await answerTo(library, order)())
