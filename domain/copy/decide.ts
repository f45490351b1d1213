import type { Policy } from '../policy/policy'
import { acquire, type Acquire } from './commands/acquire'
import { arrive, type Arrive } from './commands/arrive'
import { billAsLost, type BillAsLost } from './commands/bill-as-lost'
import { find, type Find } from './commands/find'
import { lend, type Lend } from './commands/lend'
import { recordLoan, type RecordLoan } from './commands/record-loan'
import { releaseSetAside, type ReleaseSetAside } from './commands/release-set-aside'
import { renew, type Renew } from './commands/renew'
import { takeBack, type Return } from './commands/return'
import { send, type Send } from './commands/send'
import { setAsideCopy, type SetAsideCopy } from './commands/set-aside'
import { undoLoan, type UndoLoan } from './commands/undo-loan'
import { withdraw, type Withdraw } from './commands/withdraw'
import type { Decision } from './decision'

/** All that may be asked of a copy. */
export type CopyCommand =
  | Acquire
  | Lend
  | RecordLoan
  | Renew
  | Return
  | UndoLoan
  | SetAsideCopy
  | Send
  | Arrive
  | ReleaseSetAside
  | BillAsLost
  | Find
  | Withdraw

/** What a command makes happen to a copy under a municipality's policy, or why it is refused. */
export const decide =
  (policy: Policy) =>
  (command: CopyCommand): Decision => {
    switch (command.type) {
      case 'Acquire':
        return acquire(command)
      case 'Lend':
        return lend(policy)(command)
      case 'RecordLoan':
        return recordLoan(policy)(command)
      case 'Renew':
        return renew(policy)(command)
      case 'Return':
        return takeBack(command)
      case 'UndoLoan':
        return undoLoan(command)
      case 'SetAside':
        return setAsideCopy(policy)(command)
      case 'Send':
        return send(command)
      case 'Arrive':
        return arrive(policy)(command)
      case 'ReleaseSetAside':
        return releaseSetAside(command)
      case 'BillAsLost':
        return billAsLost(policy)(command)
      case 'Find':
        return find(command)
      case 'Withdraw':
        return withdraw(command)
    }
  }
