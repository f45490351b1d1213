import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { OverrideField } from '../staff/override/override-field'
import { scanField } from '../staff/scan/scan-form'
import { DataTable, type TableColumn } from '../tables/data-table'
import type { BorrowerAtLending, LoanAtLending } from './lending'
import { lendingTexts as texts } from './lending-texts'

const loanColumns: ReadonlyArray<TableColumn<LoanAtLending>> = [
  { heading: texts.name, cell: ({ name, copy }) => `${name} (${copy})` },
  { heading: texts.dueOn, cell: ({ dueOn }) => <DayText day={dueOn} /> },
  { heading: texts.forgotten, cell: () => <Text of={texts.loanForgotten} /> },
]

/** Undoes a loan. It sends the copy as a scan does: the outcome says where the copy belongs. */
const UndoLoanForm = ({ loan, copy, name }: LoanAtLending): JSX.Element => (
  <PageForm name="undo" of={loan} isInline isSentWithScans>
    <input type="hidden" name={scanField} value={copy} />
    <SubmitButton text={texts.undo} kind="secondary" about={name} />
  </PageForm>
)

const RenewLoanForm = ({ loan, name }: LoanAtLending): JSX.Element => (
  <PageForm name="renew" of={loan} isInline>
    <OverrideField of="loan" />
    <SubmitButton text={texts.renew} kind="secondary" about={name} />
  </PageForm>
)

const columnsOfToday = [...loanColumns, { heading: texts.action, cell: UndoLoanForm }]
const columnsOfEarlier = [...loanColumns, { heading: texts.action, cell: RenewLoanForm }]

/** The running loans of a borrower: those of today, which can be undone, and the others, which can be renewed. */
export const LoansAtLending = ({ loans, today }: Pick<BorrowerAtLending, 'loans' | 'today'>): JSX.Element => {
  const text = useText()
  return (
    <div id="loans" data-scan-region="">
      <h2>{text(texts.today)}</h2>
      <DataTable
        caption={texts.today}
        columns={columnsOfToday}
        rows={loans.filter(({ lentOn }) => lentOn === today)}
        empty={texts.noneToday}
      />
      <h2>{text(texts.earlier)}</h2>
      <DataTable
        caption={texts.earlier}
        columns={columnsOfEarlier}
        rows={loans.filter(({ lentOn }) => lentOn !== today)}
        empty={texts.noneEarlier}
      />
    </div>
  )
}
