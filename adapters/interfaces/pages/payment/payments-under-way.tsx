import type { JSX } from 'preact'
import type { Ore } from '../../../../domain/values/ore'
import { feeFieldPrefix } from '../balance/pay-form'
import { formatAmount } from '../formatting/format-values'
import { usePageLanguage } from '../formatting/page-language'
import { SubmitButton } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm } from '../forms/page-form'
import { Text, useHref } from '../layout/page-frame'
import { paymentTexts as texts } from './payment-texts'

/** A payment that was started and that the service has not confirmed. */
export interface PaymentUnderWay {
  readonly payment: string
  readonly amount: Ore
  readonly fees: ReadonlyArray<string>
}

interface PaymentsUnderWayProps {
  readonly payments: ReadonlyArray<PaymentUnderWay>
  /** The page that says what became of them: a path without the language. */
  readonly outcomePath: string
  /** Whom the form is about, where it is about one of several children. */
  readonly of?: string
}

/** The payments that are under way: whoever started one sees whether it is paid, or goes on with it. */
export const PaymentsUnderWay = ({ payments, outcomePath, of }: PaymentsUnderWayProps): JSX.Element | null => {
  const href = useHref()
  const language = usePageLanguage()
  return payments.length === 0 ? null : (
    <div class="alert alert-info">
      <p class="alert-text">
        <Text of={texts.underWay} />{' '}
        <a href={href(outcomePath)}>
          <Text of={texts.seeWhetherPaid} />
        </a>
      </p>
      {payments.map(({ payment, amount, fees }) => (
        <PageForm name="goOn" of={of ?? payment}>
          {fees.map((fee) => (
            <HiddenField name={`${feeFieldPrefix}${fee}`} value="yes" />
          ))}
          <SubmitButton text={texts.goOnPaying} kind="secondary" about={formatAmount(language, amount)} />
        </PageForm>
      ))}
    </div>
  )
}
