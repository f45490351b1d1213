import type { JSX } from 'preact'
import { sumOfOre } from '../../../../domain/values/ore'
import { AmountText } from '../formatting/amount-text'
import type { BorrowerInHead } from '../borrower-record/borrower-head'
import { RecordTabs } from '../borrower-record/record-tabs'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { useText } from '../layout/page-frame'
import { DataSection } from '../staff/data-section'
import { DataTable, type TableColumn } from '../tables/data-table'
import type { BorrowerFeesProps, RecordedFee, RecordedReimbursement } from './borrower-fees'
import { borrowerFeesTexts as texts } from './borrower-fees-texts'
import { DecisionForm, PayForm, PayOutForm, ReimburseForm } from './fee-forms'
import { FeeName } from './fee-name'
import { PaymentReceiptView } from './payment-receipt-view'

/** What a fee is for, and since when the borrower pays it on the website. */
const FeeAndPayment = ({ beingPaidSince, ...fee }: RecordedFee): JSX.Element => {
  const text = useText()
  return (
    <>
      <FeeName {...fee} />
      {beingPaidSince === null ? null : (
        <p>
          <strong>
            {text(texts.beingPaid)} <DayText day={beingPaidSince} />
          </strong>
        </p>
      )}
    </>
  )
}

const nameAndAmount: ReadonlyArray<TableColumn<RecordedFee>> = [
  { heading: texts.what, cell: FeeAndPayment },
  { heading: texts.amount, cell: ({ amount }) => <AmountText amount={amount} /> },
]

const unsettledColumns = (payer: BorrowerInHead): ReadonlyArray<TableColumn<RecordedFee>> => [
  ...nameAndAmount,
  { heading: texts.leviedOn, cell: ({ leviedOn }) => <DayText day={leviedOn} /> },
  {
    heading: texts.action,
    cell: (fee) => (
      <>
        <PayForm of={fee.fee} fees={[fee]} payer={payer} />
        <DecisionForm {...fee} />
      </>
    ),
  },
]

const dayOrNothing = (day: RecordedFee['settledOn']): JSX.Element | null =>
  day === null ? null : <DayText day={day} />

const settledColumns: ReadonlyArray<TableColumn<RecordedFee>> = [
  ...nameAndAmount,
  { heading: texts.settledOn, cell: ({ settledOn }) => dayOrNothing(settledOn) },
  { heading: texts.forgottenOn, cell: ({ forgottenOn }) => <ForgottenDay day={forgottenOn} /> },
  { heading: texts.action, cell: ReimburseForm },
]

const reimbursementColumns: ReadonlyArray<TableColumn<RecordedReimbursement>> = [
  { heading: texts.what, cell: ({ names }) => names },
  { heading: texts.amount, cell: ({ amount }) => <AmountText amount={amount} /> },
  { heading: texts.settledOn, cell: ({ settledOn }) => dayOrNothing(settledOn) },
  { heading: texts.action, cell: PayOutForm },
]

interface PayAllProps {
  readonly unsettled: ReadonlyArray<RecordedFee>
  readonly payer: BorrowerInHead
}

/** Pays what is owed with one form: not what the borrower pays on the website, so that nothing is paid twice. */
const PayAll = ({ unsettled, payer }: PayAllProps): JSX.Element | null => {
  const fees = unsettled.filter(({ beingPaidSince }) => beingPaidSince === null)
  return fees.length < 2 ? null : (
    <PayForm of={fees.length < unsettled.length ? 'rest' : 'all'} fees={fees} payer={payer} />
  )
}

const BeingPaid = ({ unsettled }: Pick<PayAllProps, 'unsettled'>): JSX.Element | null => {
  const text = useText()
  return unsettled.every(({ beingPaidSince }) => beingPaidSince === null) ? null : (
    <div class="alert alert-warning">
      <p class="alert-text">{text(texts.beingPaidText)}</p>
    </div>
  )
}

/** What a borrower owes and is owed, with its payment. */
export const BorrowerFeesView = ({ head, owed, fees, reimbursements, paid }: BorrowerFeesProps): JSX.Element => {
  const text = useText()
  const unsettled = fees.filter(({ settledOn }) => settledOn === null)
  const levied = sumOfOre(unsettled.map(({ amount }) => amount))
  return (
    <>
      <RecordTabs {...head} />
      {paid === undefined ? null : <PaymentReceiptView {...paid} />}
      <DataSection kind="outstandingBalance">
        <p>
          {text(texts.owed)}:{' '}
          <strong>
            <AmountText amount={owed} />
          </strong>{' '}
          {owed > levied ? text(texts.owedMore) : null}
        </p>
        <h3>{text(texts.unsettled)}</h3>
        <BeingPaid unsettled={unsettled} />
        <DataTable
          caption={texts.unsettled}
          columns={unsettledColumns(head)}
          rows={unsettled}
          empty={texts.noneUnsettled}
        />
        <PayAll unsettled={unsettled} payer={head} />
        <h3>{text(texts.reimbursements)}</h3>
        <DataTable
          caption={texts.reimbursements}
          columns={reimbursementColumns}
          rows={reimbursements}
          empty={texts.noReimbursements}
        />
        <h3>{text(texts.settled)}</h3>
        <DataTable
          caption={texts.settled}
          columns={settledColumns}
          rows={fees.filter(({ settledOn }) => settledOn !== null)}
          empty={texts.noneSettled}
        />
      </DataSection>
    </>
  )
}
