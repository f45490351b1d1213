import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { SelectField, SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import { PeriodText } from './period-text'
import { CaseNumberField, ReasonFields } from './reason-fields'
import type { ShownRecording } from './shown-surveillance'
import { surveillanceTexts as texts } from './surveillance-texts'

const ViewForm = (): JSX.Element => (
  <PageForm name="view">
    <ReasonFields />
    <CaseNumberField />
    <SubmitButton text={texts.viewSend} />
  </PageForm>
)

const DiscloseForm = (): JSX.Element => {
  const text = useText()
  const recipients = [
    { value: 'police', text: text(texts.police) },
    { value: 'other', text: text(texts.other) },
  ]
  return (
    <PageForm name="disclose">
      <SelectField name="recipient" label={texts.recipient} options={recipients} value="police" />
      <ReasonFields />
      <CaseNumberField hint={texts.caseNumberOfPolice} />
      <TextField name="basis" label={texts.basis} hint={texts.basisHint} />
      <SubmitButton text={texts.discloseSend} />
    </PageForm>
  )
}

interface RecordingProps {
  readonly recording: ShownRecording
  readonly maySee: boolean
}

/** A recording, with the forms to open it and to hand a copy out. */
export const RecordingView = ({ recording, maySee }: RecordingProps): JSX.Element => {
  const { branchName, camera, isStored, erasedOn } = recording
  return (
    <>
      <ValueList
        values={[
          { name: texts.camera, value: camera },
          { name: texts.branch, value: <Text of={branchName} /> },
          { name: texts.period, value: <PeriodText {...recording} /> },
          { name: texts.atEndOf, value: <DayText day={erasedOn} /> },
        ]}
      />
      <p>
        <Text of={texts.keptAtMost} />
      </p>
      {isStored ? null : (
        <p>
          <Text of={texts.notComeIsNotRecorded} />
        </p>
      )}
      <h2>
        <Text of={texts.view} />
      </h2>
      <p>
        <Text of={maySee ? texts.isRecorded : texts.viewForInvestigators} />
      </p>
      {maySee ? <ViewForm /> : null}
      <h2>
        <Text of={texts.disclose} />
      </h2>
      <p>
        <Text of={texts.isRecorded} />
      </p>
      <DiscloseForm />
    </>
  )
}
