import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { DataTable, type TableColumn } from '../tables/data-table'
import { borrowerLoansTexts as texts } from './borrower-loans-texts'

/** A loan as its borrower sees it. */
export interface ShownLoan {
  readonly loan: string
  readonly name: string
  readonly dueOn: Day
  readonly endedOn: Day | null
  readonly forgottenOn: Day | null
}

const RenewForm = ({ loan, name }: ShownLoan): JSX.Element => (
  <PageForm name="renew" of={loan} isInline>
    <SubmitButton text={texts.renew} kind="secondary" about={name} />
  </PageForm>
)

const nameColumn: TableColumn<ShownLoan> = { heading: texts.name, cell: ({ name }) => name }

const onLoanColumns: ReadonlyArray<TableColumn<ShownLoan>> = [
  nameColumn,
  { heading: texts.dueOn, cell: ({ dueOn }) => <DayText day={dueOn} /> },
  { heading: texts.forgottenOn, cell: () => <Text of={texts.forgottenLater} /> },
  { heading: texts.actions, cell: RenewForm },
]

const endedColumns: ReadonlyArray<TableColumn<ShownLoan>> = [
  nameColumn,
  { heading: texts.returnedOn, cell: ({ endedOn }) => (endedOn === null ? null : <DayText day={endedOn} />) },
  {
    heading: texts.forgottenOn,
    cell: ({ forgottenOn }) => (forgottenOn === null ? null : <DayText day={forgottenOn} />),
  },
]

/** The loans of a borrower, each with the day on which it is forgotten. */
export const BorrowerLoansView = ({ loans }: { readonly loans: ReadonlyArray<ShownLoan> }): JSX.Element => {
  const text = useText()
  return (
    <>
      <h2>{text(texts.onLoan)}</h2>
      <DataTable
        caption={texts.onLoan}
        columns={onLoanColumns}
        rows={loans.filter(({ endedOn }) => endedOn === null)}
        empty={texts.noLoans}
      />
      <h2>{text(texts.ended)}</h2>
      <DataTable
        caption={texts.ended}
        columns={endedColumns}
        rows={loans.filter(({ endedOn }) => endedOn !== null)}
        empty={texts.noneEnded}
      />
    </>
  )
}
