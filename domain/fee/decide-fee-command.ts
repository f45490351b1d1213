import { decidePassOnForCollection, type PassOnForCollection } from './commands/pass-on-for-collection'
import { decideRecallFromCollection, type RecallFromCollection } from './commands/recall-from-collection'
import {
  decideRecordCollectionNoticeSent,
  type RecordCollectionNoticeSent,
} from './commands/record-collection-notice-sent'
import { decideRenewDebt, type RenewDebt } from './commands/renew-debt'
import { decideRequestCollectionNotice, type RequestCollectionNotice } from './commands/request-collection-notice'
import { decideSelectForCollection, type SelectForCollection } from './commands/select-for-collection'
import { decideCancelFee, type CancelFee } from './commands/cancel-fee'
import { decideGrantReimbursement, type GrantReimbursement } from './commands/grant-reimbursement'
import { decideJoinFee, type JoinFee } from './commands/join-fee'
import { decideLevyFee, type LevyFee } from './commands/levy-fee'
import { decidePayFee, type PayFee } from './commands/pay-fee'
import { decidePayOutReimbursement, type PayOutReimbursement } from './commands/pay-out-reimbursement'
import { decideReduceFee, type ReduceFee } from './commands/reduce-fee'
import { decideReduceWriteOff, type ReduceWriteOff } from './commands/reduce-write-off'
import { decideReimburseFee, type ReimburseFee } from './commands/reimburse-fee'
import { decideWriteOffFee, type WriteOffFee } from './commands/write-off-fee'
import type { DecideFromState } from './decide-fee-from-state'

export type FeeCommand =
  | LevyFee
  | JoinFee
  | ReduceFee
  | PayFee
  | WriteOffFee
  | CancelFee
  | ReimburseFee
  | ReduceWriteOff
  | GrantReimbursement
  | PayOutReimbursement
  | PassOnForCollection
  | RecallFromCollection
  | RecordCollectionNoticeSent
  | RenewDebt
  | RequestCollectionNotice
  | SelectForCollection

/** The events of a command to a fee, or why it is refused. */
export const decide = (command: FeeCommand): DecideFromState => {
  switch (command.type) {
    case 'LevyFee':
      return decideLevyFee(command)
    case 'JoinFee':
      return decideJoinFee(command)
    case 'ReduceFee':
      return decideReduceFee(command)
    case 'PayFee':
      return decidePayFee(command)
    case 'WriteOffFee':
      return decideWriteOffFee(command)
    case 'CancelFee':
      return decideCancelFee(command)
    case 'ReimburseFee':
      return decideReimburseFee(command)
    case 'ReduceWriteOff':
      return decideReduceWriteOff(command)
    case 'GrantReimbursement':
      return decideGrantReimbursement(command)
    case 'PayOutReimbursement':
      return decidePayOutReimbursement(command)
    case 'PassOnForCollection':
      return decidePassOnForCollection(command)
    case 'RecallFromCollection':
      return decideRecallFromCollection(command)
    case 'RecordCollectionNoticeSent':
      return decideRecordCollectionNoticeSent(command)
    case 'RenewDebt':
      return decideRenewDebt(command)
    case 'RequestCollectionNotice':
      return decideRequestCollectionNotice(command)
    case 'SelectForCollection':
      return decideSelectForCollection(command)
  }
}
