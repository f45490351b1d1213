import type { JSX } from 'preact'
import { MomentText } from '../formatting/moment-text'
import { BranchField } from '../branches/branch-field'
import { nameOfBranch, type NamedBranch } from '../branches/branch-names'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextField } from '../forms/fields'
import { FormsOnDemand } from '../forms/forms-on-demand'
import { HiddenField } from '../forms/hidden-field'
import { PageForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import type { ShownReservation } from './reservations'
import { reservationStateTexts, reservationsTexts as texts } from './reservations-texts'

interface ReservationSectionProps {
  readonly reservation: ShownReservation
  readonly branches: ReadonlyArray<NamedBranch>
  readonly nameOfTitle: (title: string) => string
}

const ChangeForms = ({ reservation, branches }: ReservationSectionProps): JSX.Element => {
  const { reservation: of, title, pickUpBranch, interestUntil } = reservation
  return (
    <FormsOnDemand
      summary={texts.changeOrCancel}
      about={reservation.name ?? title}
      forms={['change', 'cancel']}
      of={of}
    >
      <PageForm name="change" of={of}>
        <HiddenField name="title" value={title} />
        <BranchField name="pickUpBranch" label={texts.pickUpBranch} branches={branches} chosen={pickUpBranch} />
        <TextField name="interestUntil" label={texts.interestUntil} type="date" value={interestUntil} />
        <SubmitButton text={texts.change} about={reservation.name ?? title} />
      </PageForm>
      <PageForm name="cancel" of={of}>
        <HiddenField name="title" value={title} />
        <SubmitButton text={texts.cancel} kind="warning" about={reservation.name ?? title} />
      </PageForm>
    </FormsOnDemand>
  )
}

const ParallelTitles = ({ reservation: { parallelTo }, nameOfTitle }: ReservationSectionProps): JSX.Element => (
  <>
    {parallelTo.map(nameOfTitle).join(', ')} (<Text of={texts.parallelText} />)
  </>
)

/** A reservation with its place in the queue, and what its borrower may change. */
export const ReservationSection = (props: ReservationSectionProps): JSX.Element => {
  const { reservation, branches } = props
  const { name, title, state, queueNumber, volume, parallelTo, pickUpNumber, pickUpBy } = reservation
  return (
    <section>
      <h3 id={`reservation-${reservation.reservation}`}>{name ?? title}</h3>
      <ValueList
        values={[
          { name: texts.state, value: <Text of={reservationStateTexts[state]} /> },
          { name: texts.queueNumber, value: queueNumber },
          { name: texts.pickUpNumber, value: pickUpNumber === null ? null : <strong>{pickUpNumber}</strong> },
          { name: texts.pickUpBy, value: pickUpBy === null ? null : <DayText day={pickUpBy} /> },
          { name: texts.pickUpBranch, value: <Text of={nameOfBranch(branches)(reservation.pickUpBranch)} /> },
          { name: texts.volume, value: volume },
          { name: texts.parallelTo, value: parallelTo.length === 0 ? null : <ParallelTitles {...props} /> },
          { name: texts.interestUntil, value: <DayText day={reservation.interestUntil} /> },
          { name: texts.madeAt, value: <MomentText at={reservation.madeAt} /> },
          { name: texts.forgotten, value: <Text of={texts.forgottenText} /> },
        ]}
      />
      <ChangeForms {...props} />
    </section>
  )
}
