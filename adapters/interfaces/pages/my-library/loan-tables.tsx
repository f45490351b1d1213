import type { JSX } from 'preact'
import { daysBetween, type Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { SubmitButton } from '../forms/fields'
import { PageForm, RefusedFormProblem } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import { DataTable, type TableColumn } from '../tables/data-table'
import type { RunningLoan, ShownLoan, ShownRenewal } from './my-library'
import { loanEndTexts, myLibraryTexts as texts } from './my-library-texts'
import { renewalDenialTexts } from './renewal-texts'

const WhatStandsInTheWay = ({ because, renewableFrom }: ShownRenewal): JSX.Element => (
  <span>
    <Text of={renewalDenialTexts[because ?? 'otherReason']} />{' '}
    {renewableFrom === null ? null : <DayText day={renewableFrom} />}
  </span>
)

const Renewal = ({ loan, name, renewal }: RunningLoan): JSX.Element => {
  if (renewal !== undefined && renewal.because !== null)
    return (
      <>
        <RefusedFormProblem name="renew" of={loan} />
        <WhatStandsInTheWay {...renewal} />
      </>
    )
  const newDueOn = renewal?.newDueOn ?? null
  return (
    <PageForm name="renew" of={loan} isInline>
      <SubmitButton text={texts.renew} kind="secondary" about={name} />
      {newDueOn === null ? null : (
        <div>
          <Text of={texts.renewUntil} /> <DayText day={newDueOn} />
        </div>
      )}
    </PageForm>
  )
}

const DueDay = ({ today, loan: { dueOn, claimedOn } }: { readonly today: Day; readonly loan: RunningLoan }) => (
  <>
    <DayText day={dueOn} />
    {dueOn < today ? (
      <div>
        <strong>
          {daysBetween(dueOn)(today)} <Text of={texts.daysOverdue} />
        </strong>
      </div>
    ) : null}
    {claimedOn === null ? null : (
      <div>
        <Text of={texts.claimedOn} /> <DayText day={claimedOn} />
      </div>
    )}
  </>
)

const nameColumn: TableColumn<ShownLoan> = { heading: texts.name, cell: ({ name }) => name }

const runningColumns = (today: Day): ReadonlyArray<TableColumn<RunningLoan>> => [
  nameColumn,
  { heading: texts.dueOn, cell: (loan) => <DueDay today={today} loan={loan} /> },
  { heading: texts.renewal, cell: (loan) => <Renewal {...loan} /> },
  { heading: texts.forgottenOn, cell: () => <Text of={texts.forgottenLater} /> },
]

const endedColumns: ReadonlyArray<TableColumn<ShownLoan>> = [
  nameColumn,
  { heading: texts.returnedOn, cell: ({ endedOn }) => (endedOn === null ? null : <DayText day={endedOn} />) },
  { heading: texts.how, cell: ({ end }) => (end === null ? null : <Text of={loanEndTexts[end]} />) },
  { heading: texts.forgottenOn, cell: ({ forgottenOn }) => <ForgottenDay day={forgottenOn} /> },
]

interface RunningLoansProps {
  readonly today: Day
  readonly loans: ReadonlyArray<RunningLoan>
}

/** The loans that run, each with its due day and its renewal. */
export const RunningLoans = ({ today, loans }: RunningLoansProps): JSX.Element => (
  <DataTable caption={texts.loans} columns={runningColumns(today)} rows={loans} empty={texts.noLoans} />
)

/** The loans that have ended, each with the day on which it is forgotten. */
export const EndedLoans = ({ loans }: { readonly loans: ReadonlyArray<ShownLoan> }): JSX.Element => (
  <DataTable caption={texts.ended} columns={endedColumns} rows={loans} empty={texts.noneEnded} />
)
