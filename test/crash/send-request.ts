import type { Task } from 'fp-ts/Task'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { changeBorrower } from '../../domain/use-cases/change-borrower'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import type { CommandMetadata } from '../../domain/use-cases/command-metadata'
import { payFees } from '../../domain/use-cases/pay-fees'
import { registerBorrower } from '../../domain/use-cases/register-borrower'
import { reserveTitle } from '../../domain/use-cases/reserve-title'
import { returnCopy } from '../../domain/use-cases/return-copy'
import type { BlockId } from '../../domain/values/ids'
import type { KeyedRequest } from './keyed-request'
import { requestOutcomeOf, type RequestOutcome } from './request-outcome'
import { crashBranch, emptyContact, personWithCard } from './crash-library'

const dispatch = (library: RunningLibrary['useCaseDependencies'], { key, at, action }: KeyedRequest) => {
  const metadata: CommandMetadata = { at, origin: { _tag: 'Keyed', key } }
  switch (action.kind) {
    case 'lend':
      return lendCopy(library)({ copy: action.copy, borrower: action.borrower, branch: crashBranch, ...metadata })
    case 'return':
      return returnCopy(library)({ copy: action.copy, branch: crashBranch, ...metadata })
    case 'reserve': {
      const { title, borrower } = action
      return reserveTitle(library)({ title, borrower, pickUpBranch: undefined, interestUntil: undefined, ...metadata })
    }
    case 'register':
      return registerBorrower(library)({
        person: personWithCard(action.card),
        contactDetails: emptyContact,
        presentedCard: { number: action.card, pin: null },
        ...metadata,
      })
    case 'pay':
      return payFees(library)({
        borrower: action.borrower,
        order: key,
        fees: action.fees,
        amount: action.amount,
        ...metadata,
      })
    case 'block': {
      const { borrower, reason } = action
      return changeBorrower(library)(borrower, metadata)((ids) => {
        const block = ids.idFor('block') as BlockId
        return { type: 'BlockBorrower', borrower, block, reason, note: null, at }
      })
    }
    case 'lift': {
      const { borrower, block } = action
      return changeBorrower(library)(borrower, metadata)(() => ({ type: 'LiftBlock', borrower, block }))
    }
  }
}

/** Sends a request to a library, for the first time or again. */
export const sendRequest =
  ({ useCaseDependencies: library }: Pick<RunningLibrary, 'useCaseDependencies'>) =>
  (request: KeyedRequest): Task<RequestOutcome> =>
  async () =>
    requestOutcomeOf(await dispatch(library, request)())
