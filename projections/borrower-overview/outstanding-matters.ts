import type { ContactDetails } from '../../domain/borrower/contact-details'
import type { MessageLanguage } from '../../domain/borrower/message-language'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import type { MessagePolicy } from '../../domain/policy/message-policy'
import { daysBetween, type Day } from '../../domain/values/day'
import { subtractOre, sumOfOre, type Ore } from '../../domain/values/ore'
import type { BorrowerOverview } from './borrower-overview'
import type { FeeInOverview } from './fees-in-overview'
import type { LoanInOverview } from './loan-in-overview'
import type { ReimbursementInOverview } from './reimbursements-in-overview'

/** A running loan whose due day is past. */
export interface OverdueLoan extends Pick<LoanInOverview, 'copy' | 'name' | 'dueOn' | 'claimedOn'> {
  readonly daysOverdue: number
  /** The library has asked for it back (hjemkaldt). */
  readonly isRecalled: boolean
}

/** An unpaid fee or bill, with the names of the titles that it is for. */
export interface UnpaidFee extends Pick<
  FeeInOverview,
  'fee' | 'kind' | 'amount' | 'leviedOn' | 'collection' | 'noticePayBy'
> {
  readonly titles: ReadonlyArray<string>
}

/** A reimbursement that is not paid out, with the names of what was paid for. */
export type UnpaidReimbursement = Pick<
  BorrowerOverview['reimbursements'][number],
  'reimbursement' | 'amount' | 'names' | 'grantedOn'
>

/** Mellemværende: what is outstanding between a borrower and the library on a day. Amounts are in øre. */
export interface OutstandingMatters {
  readonly madeOn: Day
  /** Null when it is protected from the reader; then there is no address either. */
  readonly name: string | null
  readonly number: string
  /** The lines of the address; none when it is unknown. */
  readonly address: ReadonlyArray<string>
  readonly language: MessageLanguage
  /** Longest overdue first. */
  readonly overdueLoans: ReadonlyArray<OverdueLoan>
  readonly unpaidFees: ReadonlyArray<UnpaidFee>
  /** What is owed for late returns and renewals whose fee is not levied yet. */
  readonly unlevied: Ore
  /** All that the borrower owes: unpaid fees, and what is not levied yet. */
  readonly owed: Ore
  readonly unpaidReimbursements: ReadonlyArray<UnpaidReimbursement>
  /** All that the library owes the borrower. */
  readonly owedByLibrary: Ore
  readonly noteToBorrower: string | null
}

/** The parts of an overview from which it follows what is outstanding. */
export interface OverviewWithMatters {
  readonly record: Pick<BorrowerOverview['record'], 'name' | 'number' | 'language' | 'group'>
  readonly contact?: Pick<ContactDetails, 'careOf' | 'address'> | undefined
  readonly loans: ReadonlyArray<LoanInOverview>
  readonly fees: ReadonlyArray<FeeInOverview>
  readonly reimbursements: ReadonlyArray<UnpaidReimbursement & Pick<ReimbursementInOverview, 'settledOn'>>
  readonly balance: Pick<BorrowerOverview['balance'], 'owed'>
  readonly notes: Pick<BorrowerOverview['notes'], 'noteToBorrower'>
}

/** "Recall 7 days after": from then on, unless the borrower's group is not reminded. */
const isRecalledOn =
  ({ recallDays, notReminded }: MessagePolicy, group: BorrowerGroup, today: Day) =>
  ({ dueOn, claimedOn }: LoanInOverview): boolean =>
    claimedOn === null && daysBetween(dueOn)(today) >= recallDays && !notReminded.includes(group)

const overdueLoansOn =
  (today: Day, isRecalled: (loan: LoanInOverview) => boolean) =>
  (loans: ReadonlyArray<LoanInOverview>): ReadonlyArray<OverdueLoan> =>
    loans
      .filter(({ endedOn, dueOn }) => endedOn === null && dueOn < today)
      .map((loan) => {
        const { copy, name, dueOn, claimedOn } = loan
        const known = { copy, name, dueOn, claimedOn, isRecalled: isRecalled(loan) }
        return { ...known, daysOverdue: daysBetween(dueOn)(today) }
      })

const unpaidFeesOf = (fees: ReadonlyArray<FeeInOverview>): ReadonlyArray<UnpaidFee> =>
  fees
    .filter(({ settledOn }) => settledOn === null)
    .map(({ fee, kind, amount, leviedOn, collection, noticePayBy, items }) => ({
      ...{ fee, kind, amount, leviedOn, collection, noticePayBy },
      titles: items.map(({ name }) => name),
    }))

const addressOf = ({ contact }: OverviewWithMatters): ReadonlyArray<string> =>
  [contact?.careOf, contact?.address].filter((line) => line !== undefined && line !== null)

/** What is outstanding today, from the overview of the borrower. It has no CPR number and no internal note. */
export const outstandingMattersOf =
  (policy: MessagePolicy, today: Day) =>
  (overview: OverviewWithMatters): OutstandingMatters => {
    const { record, loans, fees, balance, notes } = overview
    const unpaidFees = unpaidFeesOf(fees)
    const unpaidReimbursements = overview.reimbursements.filter(({ settledOn }) => settledOn === null)
    return {
      madeOn: today,
      name: record.name,
      number: record.number,
      address: addressOf(overview),
      language: record.language,
      overdueLoans: overdueLoansOn(today, isRecalledOn(policy, record.group, today))(loans),
      unpaidFees,
      unlevied: subtractOre(sumOfOre(unpaidFees.map(({ amount }) => amount)))(balance.owed),
      owed: balance.owed,
      unpaidReimbursements,
      owedByLibrary: sumOfOre(unpaidReimbursements.map(({ amount }) => amount)),
      noteToBorrower: notes.noteToBorrower,
    }
  }
