import { either as E } from 'fp-ts'
import type { BorrowerId, GuardianId } from '../../values/ids'
import { refuseBorrowerCommand } from '../borrower-refusal'
import { decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { GuardianPaperDestroyed } from '../events/guardian-paper-destroyed'

/** Staff confirm that they destroyed the paper on which a guardian was registered. */
export interface ConfirmGuardianPaperDestroyed {
  readonly type: 'ConfirmGuardianPaperDestroyed'
  readonly borrower: BorrowerId
  readonly guardian: GuardianId
}

/**
 * Once for each guardianship that has ended. Whether there was a paper is sealed and may be erased, so the caller asks the
 * list of papers first. Refused: `BorrowerIsUnknown`, `GuardianPaperIsUnknown`.
 */
export const decideConfirmGuardianPaperDestroyed = (command: ConfirmGuardianPaperDestroyed): DecideFromState =>
  decideWhenRegistered(({ formerGuardians }) => {
    const { borrower, guardian } = command
    return formerGuardians.includes(guardian)
      ? E.right([GuardianPaperDestroyed({ borrower, guardian }, {})])
      : refuseBorrowerCommand('GuardianPaperIsUnknown')
  })
