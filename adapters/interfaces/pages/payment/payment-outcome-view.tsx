import type { JSX } from 'preact'
import type { Ore } from '../../../../domain/values/ore'
import { AmountText } from '../formatting/amount-text'
import { Text, useHref } from '../layout/page-frame'
import { paymentStatusTexts, paymentTexts as texts } from './payment-texts'

/** What became of the payments that were under way when the page was opened. Amounts are in øre. */
export interface PaymentOutcomes {
  readonly outcomes: ReadonlyArray<{ readonly amount: Ore; readonly status: keyof typeof paymentStatusTexts }>
  /** The page with the balance: a path without the language. */
  readonly balancePath: string
}

/** Says what is true of the payments with which somebody comes back from the payment service. */
export const PaymentOutcomeView = ({ outcomes, balancePath }: PaymentOutcomes): JSX.Element => {
  const href = useHref()
  return (
    <>
      {outcomes.length === 0 ? (
        <p>
          <Text of={texts.noneUnderWay} />
        </p>
      ) : null}
      {outcomes.map(({ amount, status }) => {
        const { heading, text, kind } = paymentStatusTexts[status]
        return (
          <div class={`alert alert-${kind}`} role="status" data-focus="">
            <p class="alert-heading">
              <Text of={heading} /> (<AmountText amount={amount} />)
            </p>
            <p class="alert-text">
              <Text of={text} />
            </p>
          </div>
        )
      })}
      <p>
        <a href={href(balancePath)}>
          <Text of={texts.toBalance} />
        </a>
      </p>
    </>
  )
}
