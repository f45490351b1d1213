import type { JSX } from 'preact'
import { sumOfOre } from '../../../../domain/values/ore'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import { useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { useWorkplace } from '../staff/workplace'
import type { PaymentReceipt } from './borrower-fees'
import { borrowerFeesTexts as texts } from './borrower-fees-texts'
import { FeeName } from './fee-name'

/** What was paid just now, to print. Nothing on it tells whose it is. */
export const PaymentReceiptView = ({ order, paidOn, fees, receipts }: PaymentReceipt): JSX.Element => {
  const text = useText()
  const workplace = useWorkplace()
  return (
    <section class="print-alone" role="status" data-focus="">
      <h2>{text(texts.receipt)}</h2>
      <p>
        {text(workplace.name)}, <DayText day={paidOn} />, {order}
      </p>
      <ul>
        {fees.map((fee) => (
          <li>
            <FeeName {...fee} />: <AmountText amount={fee.amount} />
          </li>
        ))}
      </ul>
      <p>
        <strong>
          {text(texts.paid)}: <AmountText amount={sumOfOre(fees.map(({ amount }) => amount))} />
        </strong>
      </p>
      {receipts.map(({ copy, price, validUntil, receipt }) => (
        <p>
          {text(texts.copy)} {copy}. {text(texts.price)}: <AmountText amount={price} />
          <br />
          {text(texts.proof)} <DayText day={validUntil} />. {text(texts.handling)}
          <br />
          <small>
            {text(texts.code)} <code class="receipt-code">{receipt}</code>
          </small>
        </p>
      ))}
      <PrintButton kind="primary" />
    </section>
  )
}
