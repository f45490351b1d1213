import type { JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { formatAmount } from '../formatting/format-values'
import { Checkbox, SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import type { ShownFee } from './balance'
import { balanceTexts as texts } from './balance-texts'

/** The name of the field that chooses a fee begins so. */
export const feeFieldPrefix = 'fee-'

/** What a fee is for, as its payer reads it: its kind, and the titles that the payer may see. */
export const nameOfFee =
  (language: MessageLanguage) =>
  ({ kind, items = [] }: ShownFee): string => {
    const titles = items.map(({ name }) => name).join('; ')
    return `${texts[kind][language]}${titles === '' ? '' : `: ${titles}`}`
  }

const labelOf = (fee: ShownFee) => {
  const labelIn = (language: MessageLanguage): string =>
    `${nameOfFee(language)(fee)}, ${formatAmount(language, fee.amount)}`
  return { da: labelIn('da'), en: labelIn('en') }
}

interface PayFormProps {
  /** Those that can be paid. */
  readonly fees: ReadonlyArray<ShownFee>
  /** Tells the forms of several children apart. */
  readonly of?: string
  /** Whose fees they are, where the page shows those of several children. */
  readonly about?: string
}

/** Chooses what to pay: everything, unless the payer takes something away. */
export const PayForm = ({ fees, of = '', about }: PayFormProps): JSX.Element => {
  if (fees.length === 0)
    return (
      <p>
        <Text of={texts.nothingToPay} />
      </p>
    )
  return (
    <PageForm name="pay" of={of}>
      <fieldset>
        <legend class="form-label">
          <Text of={texts.unpaidHint} />
        </legend>
        {fees.map((fee) => (
          <Checkbox name={`${feeFieldPrefix}${fee.fee}`} label={labelOf(fee)} isChecked />
        ))}
      </fieldset>
      <SubmitButton text={texts.pay} {...(about === undefined ? {} : { about })} />
    </PageForm>
  )
}
