import type { Policy } from '../policy/policy'
import { decideAnnounceErasure, type AnnounceErasure } from './commands/announce-erasure'
import { decideBlockBorrower, type BlockBorrower } from './commands/block-borrower'
import { decideChangeContact, type ChangeContact } from './commands/change-contact'
import { decideChangeIdentity, type ChangeIdentity } from './commands/change-identity'
import { decideAnswerNotesRequest, type AnswerNotesRequest } from './commands/answer-notes-request'
import { decideChangeNotes, type ChangeNotes } from './commands/change-notes'
import { decideChangePreferences, type ChangePreferences } from './commands/change-preferences'
import { decideChangeProtection, type ChangeProtection } from './commands/change-protection'
import {
  decideConfirmGuardianPaperDestroyed,
  type ConfirmGuardianPaperDestroyed,
} from './commands/confirm-guardian-paper-destroyed'
import { decideCorrectGuardianContact, type CorrectGuardianContact } from './commands/correct-guardian-contact'
import { decideEndAbsence, type EndAbsence } from './commands/end-absence'
import { decideEndGuardianship, type EndGuardianship } from './commands/end-guardianship'
import { decideGiveHistoryConsent, type GiveHistoryConsent } from './commands/give-history-consent'
import { decideIssueCard, type IssueCard } from './commands/issue-card'
import { decideLapseBorrower, type LapseBorrower } from './commands/lapse-borrower'
import { decideLiftBlock, type LiftBlock } from './commands/lift-block'
import { decideMarkSeen, type MarkSeen } from './commands/mark-seen'
import { decideRegisterBorrower, type RegisterBorrower } from './commands/register-borrower'
import { decideRegisterGuardian, type RegisterGuardian } from './commands/register-guardian'
import { decideRemoveGuardian, type RemoveGuardian } from './commands/remove-guardian'
import { decideReportCardStolen, type ReportCardStolen } from './commands/report-card-stolen'
import { decideRequestNotes, type RequestNotes } from './commands/request-notes'
import { decideRequestErasure, type RequestErasure } from './commands/request-erasure'
import { decideSetPin, type SetPin } from './commands/set-pin'
import { decideRemoveAbsence, type RemoveAbsence } from './commands/remove-absence'
import { decideSetAbsence, type SetAbsence } from './commands/set-absence'
import { decideVerifyGuardianEmail, type VerifyGuardianEmail } from './commands/verify-guardian-email'
import { decideVerifyEmail, type VerifyEmail } from './commands/verify-email'
import { decideWithdrawHistoryConsent, type WithdrawHistoryConsent } from './commands/withdraw-history-consent'
import { decideWriteHistory, type WriteHistory } from './commands/write-history'
import { decideWriteView, type WriteView } from './commands/write-view'
import { decideUpdateFromCprRegister, type UpdateFromCprRegister } from './commands/update-from-cpr-register'
import type { DecideFromState } from './decide-borrower-from-state'

export type BorrowerCommand =
  | RegisterBorrower
  | ChangeIdentity
  | ChangeContact
  | VerifyEmail
  | ChangePreferences
  | IssueCard
  | ReportCardStolen
  | SetPin
  | BlockBorrower
  | LiftBlock
  | ChangeNotes
  | RequestNotes
  | AnswerNotesRequest
  | GiveHistoryConsent
  | WithdrawHistoryConsent
  | WriteHistory
  | WriteView
  | SetAbsence
  | RemoveAbsence
  | EndAbsence
  | RegisterGuardian
  | CorrectGuardianContact
  | VerifyGuardianEmail
  | RemoveGuardian
  | EndGuardianship
  | ConfirmGuardianPaperDestroyed
  | RequestErasure
  | MarkSeen
  | AnnounceErasure
  | LapseBorrower
  | ChangeProtection
  | UpdateFromCprRegister

/** The events of a command to a borrower under a policy, or why it is refused. */
export const decide =
  (policy: Policy) =>
  (command: BorrowerCommand): DecideFromState => {
    switch (command.type) {
      case 'RegisterBorrower':
        return decideRegisterBorrower(command)
      case 'ChangeIdentity':
        return decideChangeIdentity(command)
      case 'ChangeContact':
        return decideChangeContact(command)
      case 'VerifyEmail':
        return decideVerifyEmail(command)
      case 'ChangePreferences':
        return decideChangePreferences(command)
      case 'IssueCard':
        return decideIssueCard(command)
      case 'ReportCardStolen':
        return decideReportCardStolen(command)
      case 'SetPin':
        return decideSetPin(command)
      case 'BlockBorrower':
        return decideBlockBorrower(command)
      case 'LiftBlock':
        return decideLiftBlock(command)
      case 'ChangeNotes':
        return decideChangeNotes(command)
      case 'RequestNotes':
        return decideRequestNotes(command)
      case 'AnswerNotesRequest':
        return decideAnswerNotesRequest(command)
      case 'GiveHistoryConsent':
        return decideGiveHistoryConsent(command)
      case 'WithdrawHistoryConsent':
        return decideWithdrawHistoryConsent(command)
      case 'WriteHistory':
        return decideWriteHistory(command)
      case 'WriteView':
        return decideWriteView(command)
      case 'SetAbsence':
        return decideSetAbsence(command)
      case 'RemoveAbsence':
        return decideRemoveAbsence(command)
      case 'EndAbsence':
        return decideEndAbsence(command)
      case 'RegisterGuardian':
        return decideRegisterGuardian(policy)(command)
      case 'CorrectGuardianContact':
        return decideCorrectGuardianContact(command)
      case 'VerifyGuardianEmail':
        return decideVerifyGuardianEmail(command)
      case 'RemoveGuardian':
        return decideRemoveGuardian(command)
      case 'EndGuardianship':
        return decideEndGuardianship(policy)(command)
      case 'ConfirmGuardianPaperDestroyed':
        return decideConfirmGuardianPaperDestroyed(command)
      case 'RequestErasure':
        return decideRequestErasure(command)
      case 'MarkSeen':
        return decideMarkSeen(command)
      case 'AnnounceErasure':
        return decideAnnounceErasure(policy)(command)
      case 'LapseBorrower':
        return decideLapseBorrower(command)
      case 'ChangeProtection':
        return decideChangeProtection(command)
      case 'UpdateFromCprRegister':
        return decideUpdateFromCprRegister(command)
    }
  }
