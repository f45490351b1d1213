import type { Policy } from '../policy/policy'
import { decideAcquireCopy, type AcquireCopy } from './commands/acquire-copy'
import { decideClaimReturned, type ClaimReturned } from './commands/claim-returned'
import { decideChangeShelfMark, type ChangeShelfMark } from './commands/change-shelf-mark'
import { decidePutCopyOnPullList, type PutCopyOnPullList } from './commands/put-copy-on-pull-list'
import { decideReceiveReservedCopy, type ReceiveReservedCopy } from './commands/receive-reserved-copy'
import { decideBillCopyAsLost, type BillCopyAsLost } from './commands/bill-copy-as-lost'
import { decideRecordFoundCopy, type RecordFoundCopy } from './commands/record-found-copy'
import { decideLendCopy, type LendCopy } from './commands/lend-copy'
import { decideRecordOfflineLoan, type RecordOfflineLoan } from './commands/record-offline-loan'
import { decideRecordOfflineRenewal, type RecordOfflineRenewal } from './commands/record-offline-renewal'
import { decideRecordOfflineReturn, type RecordOfflineReturn } from './commands/record-offline-return'
import { decideRecordUnmatchedAct, type RecordUnmatchedAct } from './commands/record-unmatched-act'
import { decideResolveOfflineCase, type ResolveCase } from './commands/resolve-case'
import { decideRecordLoan, type RecordLoan } from './commands/record-loan'
import {
  decideRecordMissingCopy,
  decideRecordCopyNotFound,
  type RecordMissingCopy,
  type RecordCopyNotFound,
} from './commands/record-missing-copy'
import { decideRedirectCopy, type RedirectCopy } from './commands/redirect-copy'
import { decideReleaseSetAside, type ReleaseSetAside } from './commands/release-set-aside'
import { decideRenewLoan, type RenewLoan } from './commands/renew-loan'
import { decideReturnCopy, type ReturnCopy } from './commands/return-copy'
import { decideSendCopy, type SendCopy } from './commands/send-copy'
import { decideSetAsideCopy, type SetAsideCopy } from './commands/set-aside-copy'
import { decideUndoReturn, type UndoReturn } from './commands/undo-return'
import { decideUndoLoan, type UndoLoan } from './commands/undo-loan'
import { decideWithdrawCopy, type WithdrawCopy } from './commands/withdraw-copy'
import { decideWithdrawReturnClaim, type WithdrawReturnClaim } from './commands/withdraw-return-claim'
import { decideWriteOffClaimedLoan, type WriteOffClaimedLoan } from './commands/write-off-claimed-loan'
import { copyStateWithEffectiveDueDay } from './copy-state-with-effective-due-day'
import type { DecideFromState } from './decide-copy-from-state'

/** The commands to a copy. */
export type CopyCommand =
  | AcquireCopy
  | ChangeShelfMark
  | LendCopy
  | RecordLoan
  | RenewLoan
  | ReturnCopy
  | UndoLoan
  | UndoReturn
  | PutCopyOnPullList
  | RecordCopyNotFound
  | RecordMissingCopy
  | SetAsideCopy
  | SendCopy
  | ReceiveReservedCopy
  | RedirectCopy
  | ReleaseSetAside
  | BillCopyAsLost
  | ClaimReturned
  | WithdrawReturnClaim
  | WriteOffClaimedLoan
  | RecordFoundCopy
  | WithdrawCopy
  | RecordOfflineLoan
  | RecordOfflineReturn
  | RecordOfflineRenewal
  | RecordUnmatchedAct
  | ResolveCase

const decideByCommand =
  (policy: Policy) =>
  (command: CopyCommand): DecideFromState => {
    switch (command.type) {
      case 'Acquire':
        return decideAcquireCopy(command)
      case 'ChangeShelfMark':
        return decideChangeShelfMark(command)
      case 'Lend':
        return decideLendCopy(policy)(command)
      case 'RecordLoan':
        return decideRecordLoan(policy)(command)
      case 'Renew':
        return decideRenewLoan(policy)(command)
      case 'Return':
        return decideReturnCopy(command)
      case 'UndoLoan':
        return decideUndoLoan(command)
      case 'UndoReturn':
        return decideUndoReturn(policy)(command)
      case 'PutOnPullList':
        return decidePutCopyOnPullList(policy)(command)
      case 'NotFound':
        return decideRecordCopyNotFound(command)
      case 'RecordMissing':
        return decideRecordMissingCopy(command)
      case 'SetAside':
        return decideSetAsideCopy(policy)(command)
      case 'Send':
        return decideSendCopy(command)
      case 'Arrive':
        return decideReceiveReservedCopy(policy)(command)
      case 'Redirect':
        return decideRedirectCopy(command)
      case 'ReleaseSetAside':
        return decideReleaseSetAside(command)
      case 'BillAsLost':
        return decideBillCopyAsLost(policy)(command)
      case 'ClaimReturned':
        return decideClaimReturned(command)
      case 'WithdrawReturnClaim':
        return decideWithdrawReturnClaim(command)
      case 'WriteOffClaimedLoan':
        return decideWriteOffClaimedLoan(command)
      case 'Find':
        return decideRecordFoundCopy(command)
      case 'Withdraw':
        return decideWithdrawCopy(command)
      case 'RecordOfflineLoan':
        return decideRecordOfflineLoan(policy)(command)
      case 'RecordOfflineReturn':
        return decideRecordOfflineReturn(policy)(command)
      case 'RecordOfflineRenewal':
        return decideRecordOfflineRenewal(policy)(command)
      case 'RecordUnmatchedAct':
        return decideRecordUnmatchedAct(command)
      case 'ResolveCase':
        return decideResolveOfflineCase(command)
    }
  }

/** The events of a command to a copy under a policy, or why it is refused. */
export const decide =
  (policy: Policy) =>
  (command: CopyCommand): DecideFromState =>
  (state) =>
    decideByCommand(policy)(command)(copyStateWithEffectiveDueDay(policy)(state))
