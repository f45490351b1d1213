import type { JSX } from 'preact'
import type { Ore } from '../../../../domain/values/ore'
import { AmountText } from '../formatting/amount-text'
import { Text, useHref } from '../layout/page-frame'
import { paymentTexts as texts } from './payment-texts'

/** A payment that was started. */
export interface StartedPayment {
  readonly amount: Ore
  /** Where the payer pays, at the payment service. */
  readonly continueAt: string
  readonly isStandIn: boolean
  /** The page to which the service leads the payer back: a path without the language. */
  readonly outcomePath: string
}

/** Leads to the payment service. A stand-in has no page of its own, and says that it is one. */
export const GoToPayment = ({ amount, continueAt, isStandIn, outcomePath }: StartedPayment): JSX.Element => {
  const href = useHref()
  return (
    <>
      <p>
        <Text of={texts.amount} />{' '}
        <strong>
          <AmountText amount={amount} />
        </strong>
      </p>
      {isStandIn ? (
        <div class="alert alert-warning">
          <p class="alert-text">
            <Text of={texts.standIn} />
          </p>
        </div>
      ) : null}
      <p>
        <Text of={texts.notPaidYet} />
      </p>
      <p>
        <a class="button button-primary" href={isStandIn ? href(outcomePath) : continueAt} data-focus="">
          <Text of={texts.goOn} />
        </a>
      </p>
    </>
  )
}
