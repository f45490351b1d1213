import type { JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { sumOfOre } from '../../../../domain/values/ore'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { nameOfBorrower, type BorrowerInHead } from '../borrower-record/borrower-head'
import { formatAmount, formatDay } from '../formatting/format-values'
import { usePageLanguage } from '../formatting/page-language'
import { SelectField, SubmitButton, TextField } from '../forms/fields'
import { FormsOnDemand } from '../forms/forms-on-demand'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import type { RecordedFee, RecordedReimbursement } from './borrower-fees'
import { borrowerFeesTexts as texts } from './borrower-fees-texts'
import { useFeeName } from './fee-name'

const Order = (): JSX.Element => <TextField name="order" label={texts.order} hint={texts.orderHint} />

interface PayFormProps {
  readonly of: string
  readonly fees: ReadonlyArray<RecordedFee>
  readonly payer: BorrowerInHead
}

const payTexts: Readonly<Record<string, TextInBothLanguages | undefined>> = { all: texts.payAll, rest: texts.payRest }

/** What is paid, and for whom: whoever takes the money reads both on the button. */
const payTextOf = ({ of, fees, payer }: PayFormProps): TextInBothLanguages => {
  const amount = sumOfOre(fees.map((fee) => fee.amount))
  const name = nameOfBorrower(payer)
  const pay = payTexts[of] ?? texts.pay
  const textIn = (language: MessageLanguage): string =>
    `${pay[language]}: ${formatAmount(language, amount)} (${name[language]})`
  return { da: textIn('da'), en: textIn('en') }
}

/** Takes the payment of what stands on the page: another amount is refused. */
export const PayForm = (props: PayFormProps): JSX.Element => {
  const { of, fees } = props
  const nameOf = useFeeName()
  const language = usePageLanguage()
  const text = useText()
  const about = (fee: RecordedFee): string =>
    fee.beingPaidSince === null
      ? nameOf(fee)
      : `${nameOf(fee)} (${text(texts.beingPaid)} ${formatDay(language, fee.beingPaidSince)})`
  return (
    <PageForm name="pay" of={of}>
      <input type="hidden" name="fees" value={fees.map(({ fee }) => fee).join(' ')} />
      <input type="hidden" name="amount" value={sumOfOre(fees.map(({ amount }) => amount))} />
      <Order />
      <SubmitButton text={payTextOf(props)} about={fees.map(about).join('; ')} />
    </PageForm>
  )
}

const decisions = ['reduce', 'writeOff', 'cancel'] as const

/** What staff decide on a fee that is owed, with a reason. */
export const DecisionForm = ({ fee, ...rest }: RecordedFee): JSX.Element => {
  const text = useText()
  const nameOf = useFeeName()
  return (
    <FormsOnDemand summary={texts.correct} forms={['decide']} of={fee}>
      <PageForm name="decide" of={fee}>
        <SelectField
          name="decision"
          label={texts.decision}
          options={decisions.map((decision) => ({ value: decision, text: text(texts[decision]) }))}
        />
        <TextField name="by" label={texts.by} inputMode="numeric" />
        <TextField name="reason" label={texts.reason} />
        <SubmitButton text={texts.save} kind="secondary" about={nameOf(rest)} />
      </PageForm>
    </FormsOnDemand>
  )
}

/** Gives back what was paid, whole or in part, with a reason. */
export const ReimburseForm = ({ fee, ending, ...rest }: RecordedFee): JSX.Element | null => {
  const nameOf = useFeeName()
  return ending !== 'paid' ? null : (
    <FormsOnDemand summary={texts.reimburse} forms={['reimburse']} of={fee}>
      <PageForm name="reimburse" of={fee}>
        <TextField name="amount" label={texts.reimburseAmount} inputMode="numeric" />
        <TextField name="reason" label={texts.reason} />
        <SubmitButton text={texts.reimburse} kind="secondary" about={nameOf(rest)} />
      </PageForm>
    </FormsOnDemand>
  )
}

/** Records that a reimbursement was paid out. */
export const PayOutForm = ({ reimbursement, settledOn, names }: RecordedReimbursement): JSX.Element | null =>
  settledOn !== null ? null : (
    <PageForm name="payOut" of={reimbursement}>
      <Order />
      <SubmitButton text={texts.payOut} kind="secondary" about={names} />
    </PageForm>
  )
