import type { GuardianPolicy } from '../../domain/policy/guardian-policy'
import type { Day } from '../../domain/values/day'
import type { BorrowerOverview } from '../borrower-overview/borrower-overview'
import type { RegisteredGuardian } from '../guardians/guardian-queries'
import { guardianPapersTable } from '../guardians/guardian-tables'
import type { DaysOfForgetting } from '../legal-holds/days-of-forgetting'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { heldBalanceOfGuardian } from './held-balance-of-guardian'
import type { HeldDataRetentionDays } from './held-data'
import { heldPaper, heldPerson } from './held-guardian'
import { heldMessagesOfGuardian, heldNoticesOfGuardian } from './held-messages-of-guardian'
import { heldSince } from './held-since'
import { unlessAllEmpty } from './unless-all-empty'

/**
 * All values that the library holds on the guardian of a borrower, by kind of data; undefined where it holds none. Of the child
 * it has what the guardian sees elsewhere, and nothing more. A hold on a record of the child is not told: where one stands that
 * the child may not be told either, no day is named.
 */
export const heldDataOfGuardian =
  (retention: HeldDataRetentionDays, policy: GuardianPolicy, today: Day) =>
  (registered: RegisteredGuardian, overview: BorrowerOverview, days: DaysOfForgetting) =>
  (rows: ReadModelRows) => {
    const { guardian, borrower } = registered
    return {
      ...heldPerson(borrower, heldSince(borrower)(rows).guardian)(rows),
      guardianPaper: unlessAllEmpty({ papers: rows.find(guardianPapersTable, { where: { guardian } }).map(heldPaper) }),
      outstandingBalance: heldBalanceOfGuardian(retention.payment, policy, today)(overview, days)(rows),
      messages: heldMessagesOfGuardian(retention.message, policy, today)(registered, days)(rows),
      notices: heldNoticesOfGuardian(retention.noticeMonths)(registered, days)(rows),
    }
  }

/** The values by kind of data. */
export type HeldDataOfGuardian = ReturnType<ReturnType<ReturnType<typeof heldDataOfGuardian>>>
