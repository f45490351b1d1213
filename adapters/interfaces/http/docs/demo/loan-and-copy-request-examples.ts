import { demoCopies, demoHarbourBranch, demoMainBranch } from '../../../../imports/demo/demo-copies'
import {
  exampleCopyToAcquire,
  exampleBorrowers,
  exampleCopies,
} from '../../../../imports/demo/demo-records-for-examples'
import type { RequestExamples } from '../../openapi/request-example'
import type { ExampleIds } from './find-example-ids'

const branch = demoMainBranch
const [lostCopy] = demoCopies

/** Examples of commands to loans and copies of the demo library. Each has a copy of its own. */
export const loanAndCopyRequestExamples = (ids: ExampleIds): RequestExamples => {
  const { toLend, toRenew, toUndo, toReturn, toSend, toArrive, toWithdraw } = exampleCopies
  const { toClaim, claimed, toMark, toMiss, toFind, notToFind } = exampleCopies
  return {
    lendCopy: { body: { copy: toLend.copy, borrower: ids.borrower(exampleBorrowers.toLendTo), branch } },
    renewLoan: { parameters: { loan: ids.loan(toRenew) }, body: {} },
    undoLoan: { parameters: { loan: ids.loan(toUndo) }, body: { copy: toUndo.copy, branch } },
    claimReturned: { parameters: { loan: ids.loanToClaim(toClaim) }, body: {} },
    withdrawReturnClaim: { parameters: { loan: ids.claimedLoan(claimed) } },
    resolveOfflineCase: { parameters: { case: ids.offlineCase() } },
    returnCopy: { parameters: { copy: toReturn.copy }, body: { branch } },
    // Of the copy that the example before has returned.
    undoReturn: { parameters: { copy: toReturn.copy }, body: { branch } },
    acquireCopy: { body: exampleCopyToAcquire },
    sendCopy: { parameters: { copy: toSend.copy }, body: { to: demoHarbourBranch } },
    recordCopyArrival: { parameters: { copy: toArrive.copy }, body: { branch: demoHarbourBranch } },
    recordCopyFound: { parameters: { copy: lostCopy?.copy ?? '' }, body: { branch } },
    changeShelfMark: { parameters: { copy: toMark.copy }, body: { shelfMark: '86-096 Branner' } },
    recordMissingCopy: { parameters: { copy: toMiss.copy } },
    recordFoundOnPullList: { parameters: { branch, copy: toFind.copy } },
    recordNotFoundOnPullList: { parameters: { branch, copy: notToFind.copy } },
    withdrawCopy: { parameters: { copy: toWithdraw.copy } },
  }
}
