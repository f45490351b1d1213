import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextArea } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm, useRefusedForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import { disclosureTexts as texts } from './disclosure-texts'
import { PeriodText } from './period-text'
import { Actor } from './request-columns'
import type { ShownRecording, ViewerInRole, WrittenRequest } from './shown-surveillance'
import { sizeText } from './size-text'
import { surveillanceTexts } from './surveillance-texts'

/** The names of the forms in which a request of the police is decided on. */
const decisionForms = ['handOut', 'refuse'] as const

/** The request that is decided on: as it was written, or as it was sent with a decision that cannot be carried out. */
export const useRequestInReview = (written: WrittenRequest | undefined): WrittenRequest | undefined => {
  const refusedForm = useRefusedForm()
  return written ?? decisionForms.map((name) => refusedForm(name)?.fields).find((fields) => fields !== undefined)
}

const writtenFields = ['requestedBy', 'reason', 'caseNumber', 'basis'] as const

/** The request as it was written, in each form: nobody writes it twice. */
const RequestAsWritten = ({ request }: { readonly request: WrittenRequest }): JSX.Element => (
  <>
    {writtenFields.map((name) => (
      <HiddenField name={name} value={request[name] ?? ''} />
    ))}
  </>
)

interface ReviewProps {
  readonly recording: ShownRecording
  readonly request: WrittenRequest
  /** Who decides on it. */
  readonly viewer: ViewerInRole
}

/** What the police are to get, and who hands it out. */
const WhatIsHandedOut = ({ recording, request, viewer }: ReviewProps): JSX.Element => {
  const text = useText()
  return (
    <ValueList
      values={[
        { name: surveillanceTexts.camera, value: recording.camera },
        { name: surveillanceTexts.branch, value: text(recording.branchName) },
        { name: surveillanceTexts.period, value: <PeriodText {...recording} /> },
        { name: surveillanceTexts.size, value: sizeText(recording.size, text(surveillanceTexts.bytes)) },
        { name: surveillanceTexts.digest, value: recording.digest },
        { name: surveillanceTexts.recipient, value: text(surveillanceTexts.police) },
        { name: surveillanceTexts.requestedBy, value: request['requestedBy'] },
        { name: surveillanceTexts.reason, value: request['reason'] },
        { name: surveillanceTexts.caseNumber, value: request['caseNumber'] },
        { name: surveillanceTexts.basis, value: request['basis'] },
        { name: surveillanceTexts.by, value: <Actor {...viewer} /> },
      ]}
    />
  )
}

/** That the recording of the library goes on its day all the same. */
const OwnRecording = ({ recording: { erasedOn } }: Pick<ReviewProps, 'recording'>): JSX.Element => {
  const text = useText()
  return (
    <p>
      {`${text(surveillanceTexts.ownRecording)}: ${text(surveillanceTexts.atEndOf)} `}
      <DayText day={erasedOn} />
    </p>
  )
}

const RefuseForm = ({ request }: Pick<ReviewProps, 'request'>): JSX.Element => (
  <PageForm name="refuse">
    <RequestAsWritten request={request} />
    <TextArea name="whyRefused" label={texts.whyRefused} hint={texts.whyRefusedHint} isRequired />
    <SubmitButton text={texts.refuseSend} kind="secondary" />
  </PageForm>
)

/** A request of the police before it is decided on: the copy is handed out or refused, or the request is corrected. */
export const DisclosureReview = (content: ReviewProps): JSX.Element => {
  const { recording, request } = content
  const text = useText()
  return (
    <>
      <h2>{text(texts.review)}</h2>
      <p>{text(texts.nothingIsDecided)}</p>
      <WhatIsHandedOut {...content} />
      <PageForm name="correct">
        <RequestAsWritten request={request} />
        <SubmitButton text={texts.correct} kind="tertiary" />
      </PageForm>
      <h2>{text(surveillanceTexts.disclose)}</h2>
      <p>{text(texts.whatIsRecorded)}</p>
      <OwnRecording recording={recording} />
      <PageForm name="handOut">
        <RequestAsWritten request={request} />
        <SubmitButton text={texts.handOut} />
      </PageForm>
      <h2>{text(texts.refuse)}</h2>
      <p>{text(texts.refuseLead)}</p>
      <RefuseForm request={request} />
    </>
  )
}
