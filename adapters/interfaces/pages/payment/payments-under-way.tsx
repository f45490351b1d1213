import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import type { ShownFee } from '../balance/balance'
import { feeFieldPrefix, nameOfFee } from '../balance/pay-form'
import { formatAmount, formatDay } from '../formatting/format-values'
import { usePageLanguage } from '../formatting/page-language'
import { SubmitButton } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm } from '../forms/page-form'
import { Text, useHref, useText } from '../layout/page-frame'
import { paymentTexts as texts } from './payment-texts'

/** A payment that was started and that the service has not confirmed. */
export interface PaymentUnderWay {
  readonly payment: string
  readonly amount: Ore
  readonly fees: ReadonlyArray<string>
  readonly startedOn: Day
}

/** Says which payment it is: the amount, what for, and since when. */
const useNameOfPayment = (all: ReadonlyArray<ShownFee>): ((payment: PaymentUnderWay) => string) => {
  const language = usePageLanguage()
  const text = useText()
  return ({ amount, fees, startedOn }) => {
    const names = all.filter(({ fee }) => fees.includes(fee)).map(nameOfFee(language))
    const parts = [
      formatAmount(language, amount),
      ...names,
      `${text(texts.startedOn)} ${formatDay(language, startedOn)}`,
    ]
    return parts.join(', ')
  }
}

interface PaymentsUnderWayProps {
  readonly payments: ReadonlyArray<PaymentUnderWay>
  /** The fees of the borrower, among them those that are being paid. */
  readonly fees: ReadonlyArray<ShownFee>
  /** The page that says what became of them: a path without the language. */
  readonly outcomePath: string
  /** Whom the form is about, where it is about one of several children. */
  readonly of?: string
}

/** The payments that are under way: whoever started one sees whether it is paid, or goes on with it. */
export const PaymentsUnderWay = ({
  payments,
  fees: all,
  outcomePath,
  of,
}: PaymentsUnderWayProps): JSX.Element | null => {
  const href = useHref()
  const nameOf = useNameOfPayment(all)
  return payments.length === 0 ? null : (
    <div class="alert alert-info">
      <p class="alert-text">
        <Text of={texts.underWay} />{' '}
        <a href={href(outcomePath)}>
          <Text of={texts.seeWhetherPaid} />
        </a>
      </p>
      {payments.map((payment) => (
        <PageForm name="goOn" of={of ?? payment.payment}>
          <p>{nameOf(payment)}</p>
          {payment.fees.map((fee) => (
            <HiddenField name={`${feeFieldPrefix}${fee}`} value="yes" />
          ))}
          <SubmitButton text={texts.goOnPaying} kind="secondary" about={nameOf(payment)} />
        </PageForm>
      ))}
    </div>
  )
}
