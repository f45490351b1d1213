import type { JSX } from 'preact'
import type {
  OutstandingMatters,
  OverdueLoan,
  UnpaidFee,
} from '../../../../projections/borrower-overview/outstanding-matters'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import type { StatementTexts } from './statement-texts'
import { TableSection } from './table-section'

interface SectionProps {
  readonly matters: OutstandingMatters
  readonly text: StatementTexts
}

const LoanStatus = ({ loan, text }: { readonly loan: OverdueLoan; readonly text: StatementTexts }): JSX.Element =>
  loan.claimedOn === null ? (
    <>{text(loan.isRecalled ? 'recalled' : 'notReturned')}</>
  ) : (
    <>
      {text('claimedReturned')} <DayText day={loan.claimedOn} />
    </>
  )

/** The overdue loans; nothing when there are none. */
export const OverdueLoansSection = ({ matters, text }: SectionProps): JSX.Element | null =>
  matters.overdueLoans.length === 0 ? null : (
    <TableSection
      id="overdue-loans"
      heading={text('overdueLoans')}
      columns={[
        { heading: text('title') },
        { heading: text('item') },
        { heading: text('dueOn') },
        { heading: text('daysOverdue'), isNumber: true },
        { heading: text('status') },
      ]}
      rows={matters.overdueLoans.map((loan) => [
        loan.name,
        loan.copy,
        <DayText day={loan.dueOn} />,
        loan.daysOverdue,
        <LoanStatus loan={loan} text={text} />,
      ])}
    />
  )

const CollectionStatus = ({ fee, text }: { readonly fee: UnpaidFee; readonly text: StatementTexts }): JSX.Element => (
  <>
    {text(fee.collection)}
    {fee.collection === 'noticeSent' && fee.noticePayBy !== null ? (
      <>
        {' '}
        <DayText day={fee.noticePayBy} />
      </>
    ) : null}
  </>
)

const feeRow = (text: StatementTexts) => (fee: UnpaidFee) => {
  const { kind, titles, leviedOn, amount } = fee
  return [
    text(kind),
    titles.join('; '),
    <DayText day={leviedOn} />,
    <CollectionStatus fee={fee} text={text} />,
    <AmountText amount={amount} />,
  ]
}

/** What the borrower owes; nothing when nothing is owed. */
export const UnpaidFeesSection = ({ matters, text }: SectionProps): JSX.Element | null =>
  matters.owed === 0 ? null : (
    <TableSection
      id="unpaid-fees"
      heading={text('unpaidFees')}
      columns={[
        { heading: text('kind') },
        { heading: text('titles') },
        { heading: text('leviedOn') },
        { heading: text('collection') },
        { heading: text('amount'), isNumber: true },
      ]}
      rows={[
        ...matters.unpaidFees.map(feeRow(text)),
        ...(matters.unlevied === 0 ? [] : [[text('unlevied'), '', '', '', <AmountText amount={matters.unlevied} />]]),
      ]}
      sum={{ label: text('owed'), amount: <AmountText amount={matters.owed} /> }}
    />
  )

/** What the library owes the borrower; nothing when it owes nothing. */
export const UnpaidReimbursementsSection = ({ matters, text }: SectionProps): JSX.Element | null =>
  matters.unpaidReimbursements.length === 0 ? null : (
    <TableSection
      id="unpaid-reimbursements"
      heading={text('unpaidReimbursements')}
      columns={[
        { heading: text('titles') },
        { heading: text('grantedOn') },
        { heading: text('amount'), isNumber: true },
      ]}
      rows={matters.unpaidReimbursements.map(({ names, grantedOn, amount }) => [
        names,
        <DayText day={grantedOn} />,
        <AmountText amount={amount} />,
      ])}
      sum={{ label: text('owedByLibrary'), amount: <AmountText amount={matters.owedByLibrary} /> }}
    />
  )
