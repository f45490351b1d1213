import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { OverrideField } from '../staff/override/override-field'
import { DataTable, type TableColumn } from '../tables/data-table'
import type { BorrowerAtLending, LoanAtLending } from './lending'
import { lendingTexts as texts } from './lending-texts'

const loanColumns: ReadonlyArray<TableColumn<LoanAtLending>> = [
  { heading: texts.name, cell: ({ name, copy }) => `${name} (${copy})` },
  { heading: texts.dueOn, cell: ({ dueOn }) => <DayText day={dueOn} /> },
  { heading: texts.forgotten, cell: () => <Text of={texts.loanForgotten} /> },
]

/** A form of a loan. It sends the copy with it: the loan and its copy are undone together. */
const LoanForm = ({ name, loan }: { readonly name: 'undo' | 'renew'; readonly loan: LoanAtLending }): JSX.Element => (
  <PageForm name={name} of={loan.loan} isInline>
    <input type="hidden" name="copy" value={loan.copy} />
    {name === 'renew' ? <OverrideField of="loan" /> : null}
    <SubmitButton text={texts[name]} kind="secondary" about={loan.name} />
  </PageForm>
)

const columnsWith = (form: 'undo' | 'renew'): ReadonlyArray<TableColumn<LoanAtLending>> => [
  ...loanColumns,
  { heading: texts.action, cell: (loan) => <LoanForm name={form} loan={loan} /> },
]

/** The running loans of a borrower: those of today, which can be undone, and the others, which can be renewed. */
export const LoansAtLending = ({ loans, today }: Pick<BorrowerAtLending, 'loans' | 'today'>): JSX.Element => {
  const text = useText()
  return (
    <div id="loans" data-scan-region="">
      <h2>{text(texts.today)}</h2>
      <DataTable
        caption={texts.today}
        columns={columnsWith('undo')}
        rows={loans.filter(({ lentOn }) => lentOn === today)}
        empty={texts.noneToday}
      />
      <h2>{text(texts.earlier)}</h2>
      <DataTable
        caption={texts.earlier}
        columns={columnsWith('renew')}
        rows={loans.filter(({ lentOn }) => lentOn !== today)}
        empty={texts.noneEarlier}
      />
    </div>
  )
}
