import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { lendingTexts as texts } from '../lending/lending-texts'
import type { LoanAtLending } from '../lending/lending'
import { staffTexts } from '../staff/staff-texts'
import { useWorkplace, useWorkplaceHref } from '../staff/workplace'
import { DataTable, type TableColumn } from '../tables/data-table'

export interface LoanReceiptProps {
  readonly borrower: string
  readonly today: Day
  /** The loans of today. */
  readonly loans: ReadonlyArray<LoanAtLending>
}

const columns: ReadonlyArray<TableColumn<LoanAtLending>> = [
  { heading: texts.name, cell: ({ name }) => name },
  { heading: texts.dueOn, cell: ({ dueOn }) => <DayText day={dueOn} /> },
]

/** What a borrower takes home: the loans of today, and when each is due. Nothing on it tells whose it is. */
export const LoanReceiptView = ({ borrower, today, loans }: LoanReceiptProps): JSX.Element => {
  const text = useText()
  const workplace = useWorkplace()
  const workplaceHref = useWorkplaceHref()
  return (
    <>
      <p>
        {text(workplace.name)}, <DayText day={today} />
      </p>
      <DataTable caption={texts.today} columns={columns} rows={loans} empty={texts.noneToday} />
      <p data-print-not="">
        <PrintButton kind="primary" hasFocus />{' '}
        <a href={workplaceHref(`/skranke/laan?borrower=${borrower}`)}>{text(staffTexts.back)}</a>
      </p>
    </>
  )
}
