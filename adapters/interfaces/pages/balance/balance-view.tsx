import type { JSX } from 'preact'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { Text, useHref } from '../layout/page-frame'
import { paymentPaths } from '../payment/payment-paths'
import { PaymentsUnderWay } from '../payment/payments-under-way'
import { DataTable } from '../tables/data-table'
import { balanceTexts as texts } from './balance-texts'
import { payableFees, type Balance, type ShownReceipt, type ShownReimbursement } from './balance'
import { FeeTable } from './fee-table'
import { PayForm } from './pay-form'

const Owed = ({ owed, blockedSince, fees }: Balance): JSX.Element => {
  const levied = fees.reduce((sum, { settledOn, amount }) => (settledOn === null ? sum + amount : sum), 0)
  return (
    <>
      <p>
        {owed === 0 ? (
          <Text of={texts.nothingOwed} />
        ) : (
          <>
            <Text of={texts.owed} />{' '}
            <strong>
              <AmountText amount={owed} />
            </strong>
          </>
        )}
      </p>
      {owed > levied ? (
        <p>
          <Text of={texts.unlevied} />
        </p>
      ) : null}
      {blockedSince === undefined ? null : (
        <p>
          <Text of={texts.blockedSince} /> <DayText day={blockedSince} />.
        </p>
      )}
    </>
  )
}

const ReimbursementTable = ({ all }: { readonly all: ReadonlyArray<ShownReimbursement> }): JSX.Element => (
  <DataTable
    caption={texts.reimbursements}
    columns={[
      { heading: texts.titles, cell: ({ names }) => names },
      { heading: texts.because, cell: ({ because }) => <Text of={texts[because]} /> },
      { heading: texts.grantedOn, cell: ({ grantedOn }) => <DayText day={grantedOn} /> },
      { heading: texts.amount, cell: ({ amount }) => <AmountText amount={amount} /> },
      { heading: texts.state, cell: ({ ending }) => <Text of={texts[ending ?? 'notPaidOut']} /> },
      {
        heading: texts.forgotten,
        cell: ({ settledOn, forgottenOn }) =>
          settledOn === null ? <Text of={texts.forgottenLater} /> : <ForgottenDay day={forgottenOn} />,
      },
    ]}
    rows={all}
    empty={texts.noReimbursements}
  />
)

const Receipts = ({ receipts }: { readonly receipts: ReadonlyArray<ShownReceipt> }): JSX.Element => (
  <section>
    <h2 id="receipts">
      <Text of={texts.receipts} />
    </h2>
    <p>
      <Text of={texts.receiptsHint} />
    </p>
    {receipts.map(({ price, validUntil, receipt }) => (
      <p>
        <Text of={texts.price} /> <AmountText amount={price} /> <Text of={texts.validUntil} />{' '}
        <DayText day={validUntil} />. <Text of={texts.receipt} />: <code class="receipt-code">{receipt}</code>
      </p>
    ))}
  </section>
)

/** The outstanding balance of a borrower: what is owed, paid and given back, each with the day on which it is forgotten. */
export const BalanceView = (balance: Balance): JSX.Element => {
  const href = useHref()
  const { fees, reimbursements, receipts, paymentsUnderWay } = balance
  return (
    <>
      <Owed {...balance} />
      <PaymentsUnderWay payments={paymentsUnderWay} fees={fees} outcomePath={paymentPaths.borrower.outcome} />
      <h2>
        <Text of={texts.unpaid} />
      </h2>
      <PayForm fees={payableFees(fees, paymentsUnderWay)} />
      <h2>
        <Text of={texts.fees} />
      </h2>
      <FeeTable fees={fees} />
      <h2>
        <Text of={texts.reimbursements} />
      </h2>
      <ReimbursementTable all={reimbursements} />
      {receipts.length === 0 ? null : <Receipts receipts={receipts} />}
      <p>
        <a href={href(paymentPaths.borrower.statement)}>
          <Text of={texts.statement} />
        </a>
      </p>
    </>
  )
}
