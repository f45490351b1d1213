import type { Policy } from '../policy/policy'
import { block, type BlockBorrower } from './commands/block'
import { changeContact, type ChangeContact } from './commands/change-contact'
import { changePreferences, type ChangePreferences } from './commands/change-preferences'
import { lapse, type LapseBorrower } from './commands/lapse'
import { liftBlock, type LiftBlock } from './commands/lift-block'
import { markSeen, type MarkSeen } from './commands/mark-seen'
import { register, type RegisterBorrower } from './commands/register'
import { requestErasure, type RequestErasure } from './commands/request-erasure'
import type { Decision } from './decision'

export type BorrowerCommand =
  | RegisterBorrower
  | ChangeContact
  | ChangePreferences
  | BlockBorrower
  | LiftBlock
  | RequestErasure
  | MarkSeen
  | LapseBorrower

/** What a command makes happen to a borrower under a municipality's policy, or why it is refused. */
export const decide =
  (policy: Policy) =>
  (command: BorrowerCommand): Decision => {
    switch (command.type) {
      case 'RegisterBorrower':
        return register(command)
      case 'ChangeContact':
        return changeContact(command)
      case 'ChangePreferences':
        return changePreferences(command)
      case 'BlockBorrower':
        return block(command)
      case 'LiftBlock':
        return liftBlock(command)
      case 'RequestErasure':
        return requestErasure(command)
      case 'MarkSeen':
        return markSeen(command)
      case 'LapseBorrower':
        return lapse(policy)(command)
    }
  }
