import type { JSX } from 'preact'
import { BranchField } from '../branches/branch-field'
import { SubmitButton, TextArea, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import type { Reservations } from './reservations'
import { interestHint, parallelHint, reservationsTexts as texts } from './reservations-texts'

/** Where the copy is picked up, and until when the borrower wants it. */
const WhereAndUntilWhen = ({ branches, homeBranch, interestDays }: Reservations): JSX.Element => (
  <>
    <BranchField name="pickUpBranch" label={texts.pickUpBranch} branches={branches} chosen={homeBranch} />
    <TextField name="interestUntil" label={texts.interestUntil} hint={interestHint(interestDays)} type="date" />
  </>
)

const ReserveTitleForm = (props: Reservations): JSX.Element => {
  const { toReserve } = props
  return (
    <PageForm name="reserve">
      {toReserve?.name === undefined ? null : <p>{toReserve.name}</p>}
      <TextField
        name="title"
        label={texts.titleNumber}
        hint={texts.titleNumberHint}
        value={toReserve?.title ?? ''}
        inputMode="numeric"
      />
      <TextField name="volume" label={texts.volume} hint={texts.volumeHint} value={toReserve?.volume ?? ''} />
      <WhereAndUntilWhen {...props} />
      <SubmitButton text={texts.reserve} />
    </PageForm>
  )
}

const ReserveInParallelForm = (props: Reservations): JSX.Element => (
  <PageForm name="reserveInParallel">
    <TextArea name="titles" label={texts.titleNumbers} hint={parallelHint(props.parallelAtMost)} />
    <WhereAndUntilWhen {...props} />
    <SubmitButton text={texts.reserve} kind="secondary" />
  </PageForm>
)

/** The forms by which a borrower reserves. */
export const ReserveForms = (props: Reservations): JSX.Element => (
  <>
    <section>
      <h2 id="reserve-heading">
        <Text of={texts.make} />
      </h2>
      <ReserveTitleForm {...props} />
    </section>
    <section>
      <h2 id="reserve-in-parallel-heading">
        <Text of={texts.makeParallel} />
      </h2>
      <ReserveInParallelForm {...props} />
    </section>
  </>
)
