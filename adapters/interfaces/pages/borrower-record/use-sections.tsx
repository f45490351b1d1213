import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { LinkTo } from '../layout/link-to'
import { Text, useText } from '../layout/page-frame'
import { useValueText } from '../personal-data/use-value-text'
import { DataSection } from '../staff/data-section'
import { OverrideField } from '../staff/override/override-field'
import { DataTable, type TableColumn } from '../tables/data-table'
import type { BorrowerRecordProps, RecordedLoan, RecordedReservation } from './borrower-record'
import { borrowerRecordTexts as texts } from './borrower-record-texts'

const LoanActions = ({ loan, name, endedOn, claimedOn }: RecordedLoan): JSX.Element | null => {
  if (endedOn !== null) return null
  const actions = claimedOn === null ? (['renew', 'claim'] as const) : (['withdrawClaim'] as const)
  return (
    <>
      {actions.map((action) => (
        <PageForm name={action} of={loan} isInline>
          {action === 'renew' ? <OverrideField of="loan" /> : null}
          <SubmitButton text={texts[action]} kind="secondary" about={name} />
        </PageForm>
      ))}
    </>
  )
}

const loanColumns: ReadonlyArray<TableColumn<RecordedLoan>> = [
  { heading: texts.name, cell: ({ name }) => name },
  { heading: texts.copy, cell: ({ copy }) => copy },
  { heading: texts.dueOn, cell: ({ dueOn }) => <DayText day={dueOn} /> },
  { heading: texts.endedOn, cell: ({ endedOn }) => (endedOn === null ? null : <DayText day={endedOn} />) },
  { heading: texts.claimedOn, cell: ({ claimedOn }) => (claimedOn === null ? null : <DayText day={claimedOn} />) },
  { heading: texts.forgottenOn, cell: ({ forgottenOn }) => <ForgottenDay day={forgottenOn} /> },
  { heading: texts.action, cell: LoanActions },
]

/** The running loans, and those that are not forgotten yet. */
export const LoansSection = ({ loans }: Pick<BorrowerRecordProps, 'loans'>): JSX.Element => (
  <DataSection kind="loans">
    <DataTable caption={{ da: 'Udlån', en: 'Loans' }} columns={loanColumns} rows={loans} empty={texts.noLoans} />
  </DataSection>
)

const StateOfReservation = ({ state, queueNumber, pickUpNumber, pickUpBy }: RecordedReservation): JSX.Element => {
  const text = useText()
  const valueText = useValueText()
  return (
    <>
      {valueText('reservation', 'state', state)} {pickUpNumber}{' '}
      {queueNumber === null ? null : `(${text(texts.queueNumber)} ${String(queueNumber)})`}
      {pickUpBy === null ? null : <DayText day={pickUpBy} />}
    </>
  )
}

const CancelForm = ({ reservation, title, name }: RecordedReservation): JSX.Element => (
  <PageForm name="cancel" of={reservation} isInline>
    <input type="hidden" name="title" value={title} />
    <SubmitButton text={texts.cancel} kind="secondary" about={name} />
  </PageForm>
)

const reservationColumns: ReadonlyArray<TableColumn<RecordedReservation>> = [
  { heading: texts.name, cell: ({ name }) => name },
  { heading: texts.state, cell: StateOfReservation },
  { heading: texts.pickUpBranch, cell: ({ pickUpBranch }) => <Text of={pickUpBranch} /> },
  { heading: texts.interestUntil, cell: ({ interestUntil }) => <DayText day={interestUntil} /> },
  { heading: texts.action, cell: CancelForm },
]

const Reserved = ({ name, queueNumber }: RecordedReservation): JSX.Element => {
  const text = useText()
  const place = queueNumber === null ? '' : ` (${text(texts.queueNumber)} ${String(queueNumber)})`
  return (
    <p class="alert alert-success" role="status" data-focus="">
      {text(texts.reserved)} <strong>{name}</strong>
      {place}
    </p>
  )
}

/** The reservations of a borrower. A new one is picked up at the branch of the desk. */
export const ReservationsSection = ({
  reservations,
  reserved,
}: Pick<BorrowerRecordProps, 'reservations' | 'reserved'>): JSX.Element => (
  <DataSection kind="reservations">
    {reserved === undefined ? null : <Reserved {...reserved} />}
    <DataTable
      caption={{ da: 'Reserveringer', en: 'Reservations' }}
      columns={reservationColumns}
      rows={reservations}
      empty={texts.noReservations}
    />
    <PageForm name="reserve">
      <TextField name="title" label={texts.titleNumber} hint={texts.titleHint} inputMode="numeric" />
      <LinkTo path="/soeg" text={texts.findTitle} />
      <OverrideField of="reservation" />
      <SubmitButton text={texts.reserve} kind="secondary" />
    </PageForm>
  </DataSection>
)
