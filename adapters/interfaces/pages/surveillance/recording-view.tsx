import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { SelectField, SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import { PeriodText } from './period-text'
import { CaseNumberField, ReasonFields } from './reason-fields'
import { DisclosureReview, useSentDecision } from './disclosure-review'
import { disclosureTexts } from './disclosure-texts'
import type { RequestInReview, ShownRecording, ViewerInRole, WrittenRequest } from './shown-surveillance'
import { surveillanceTexts as texts } from './surveillance-texts'

const ViewForm = (): JSX.Element => (
  <PageForm name="view">
    <ReasonFields />
    <CaseNumberField />
    <SubmitButton text={texts.viewSend} />
  </PageForm>
)

const DiscloseForm = ({ written }: { readonly written: WrittenRequest }): JSX.Element => {
  const text = useText()
  const recipients = [
    { value: 'police', text: text(texts.police) },
    { value: 'other', text: text(texts.other) },
  ]
  return (
    <PageForm name="disclose">
      <SelectField name="recipient" label={texts.recipient} options={recipients} value="police" />
      <ReasonFields written={written} />
      <CaseNumberField hint={texts.caseNumberOfPolice} written={written} />
      <TextField name="basis" label={texts.basis} hint={texts.basisHint} value={written['basis'] ?? ''} />
      <SubmitButton text={disclosureTexts.goOn} />
    </PageForm>
  )
}

interface RecordingProps {
  readonly recording: ShownRecording
  readonly maySee: boolean
  readonly viewer: ViewerInRole
  /** A request of the police that waits for a decision. */
  readonly inReview?: RequestInReview
  /** What stands in the form for a copy at first: a request that is corrected. */
  readonly written?: WrittenRequest
}

/** A recording, with the forms to open it and to ask for a copy. */
const RecordingWithForms = ({ recording, maySee, written = {} }: RecordingProps): JSX.Element => {
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
      <DiscloseForm written={written} />
    </>
  )
}

/** A recording with its forms, or a request of the police for a copy of it that waits for a decision. */
export const RecordingView = (content: RecordingProps): JSX.Element => {
  const { recording, viewer, inReview } = content
  const sent = useSentDecision()
  const request = inReview ?? sent
  return request === undefined ? (
    <RecordingWithForms {...content} />
  ) : (
    <DisclosureReview {...{ recording, viewer, request, isSent: sent !== undefined }} />
  )
}
