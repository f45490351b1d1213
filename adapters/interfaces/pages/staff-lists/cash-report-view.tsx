import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { branchMember, useWorkplace, useWorkplaceHref } from '../staff/workplace'
import { DataTable, type TableColumn } from '../tables/data-table'
import { staffListsTexts as texts } from './staff-lists-texts'

interface CashOfKind {
  readonly kind: 'lateness' | 'compensation' | 'reimbursement'
  readonly count: number
  readonly amount: Ore
}

/** What came in and went out at one branch. */
interface CashOfBranch {
  /** The name of the branch; null of what was paid at none, such as on the website. */
  readonly branch: TextInBothLanguages | null
  readonly paidIn: Ore
  readonly paidOut: Ore
}

export interface CashReportProps {
  /** What goes back for a receipt that was shown just now; undefined unless one was. */
  readonly paidOut: { readonly copy: string; readonly amount: Ore } | undefined
  readonly day: Day
  readonly kinds: ReadonlyArray<CashOfKind>
  readonly branches: ReadonlyArray<CashOfBranch>
}

const columns: ReadonlyArray<TableColumn<CashOfKind>> = [
  { heading: texts.cashKind, cell: ({ kind }) => <Text of={texts[kind]} /> },
  { heading: texts.count, cell: ({ count }) => count },
  { heading: texts.amount, cell: ({ amount }) => <AmountText amount={amount} /> },
]

const branchColumns: ReadonlyArray<TableColumn<CashOfBranch>> = [
  { heading: texts.branch, cell: ({ branch }) => <Text of={branch ?? texts.noBranch} /> },
  { heading: texts.paidIn, cell: ({ paidIn }) => <AmountText amount={paidIn} /> },
  { heading: texts.paidOutOfDay, cell: ({ paidOut }) => <AmountText amount={paidOut} /> },
  {
    heading: texts.balanceOfBranch,
    cell: ({ paidIn, paidOut }) => (
      <strong>
        <AmountText amount={(paidIn - paidOut) as Ore} />
      </strong>
    ),
  },
]

/** What came in less what was paid out, in the whole library. */
const balanceOf = (kinds: CashReportProps['kinds']): Ore =>
  kinds.reduce((sum, { kind, amount }) => (kind === 'reimbursement' ? sum - amount : sum + amount), 0) as Ore

/** Pays the price of a found copy back to whoever shows its receipt: the library does not know who that is. */
const PayOutReceipt = ({ paidOut }: Pick<CashReportProps, 'paidOut'>): JSX.Element => {
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  return (
    <section data-print-not="">
      <h2>{text(texts.payOutReceipt)}</h2>
      {paidOut === undefined ? null : (
        <p class="outcome" role="status" data-focus="">
          {text(texts.paidOut)}{' '}
          <strong>
            <AmountText amount={paidOut.amount} />
          </strong>{' '}
          ({paidOut.copy})
        </p>
      )}
      <p>
        {text(texts.receiptElse)} <a href={workplaceHref('/skranke/laaner')}>{text(texts.findBorrower)}</a>
      </p>
      <PageForm name="receipt">
        <TextField name="receipt" label={texts.receiptText} hint={texts.receiptHint} />
        <TextField name="order" label={texts.till} hint={texts.tillHint} />
        <SubmitButton text={texts.payOut} kind="secondary" />
      </PageForm>
    </section>
  )
}

/** What was paid on a day, by kind and by branch. Nobody's name stands on it. */
export const CashReportView = ({ day, kinds, branches, paidOut }: CashReportProps): JSX.Element => {
  const text = useText()
  const { branch } = useWorkplace()
  return (
    <>
      <p>
        <DayText day={day} />. {text(texts.cashText)}
      </p>
      <DataTable caption={texts.cashTitle} columns={columns} rows={kinds} empty={texts.none} />
      <h2>{text(texts.cashByBranch)}</h2>
      <DataTable caption={texts.cashByBranch} columns={branchColumns} rows={branches} empty={texts.noneOfDay} />
      <p>
        <strong>
          {text(texts.balance)}: <AmountText amount={balanceOf(kinds)} />
        </strong>
      </p>
      <form method="get" class="form-group">
        <input type="hidden" name={branchMember} value={branch} />
        <label class="form-label" for="day">
          {text(texts.day)}
        </label>
        <input type="date" id="day" name="day" class="form-input" value={day} />
        <button type="submit" class="button button-secondary">
          {text(texts.showDay)}
        </button>
      </form>
      <PrintButton kind="primary" />
      <PayOutReceipt paidOut={paidOut} />
    </>
  )
}
