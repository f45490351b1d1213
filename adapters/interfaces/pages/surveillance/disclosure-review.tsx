import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextArea } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm, useRefusedForm } from '../forms/page-form'
import { LinkTo } from '../layout/link-to'
import { useText } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import { disclosureTexts as texts } from './disclosure-texts'
import { PeriodText } from './period-text'
import { Actor } from './request-columns'
import type { RequestInReview, ShownRecording, ViewerInRole } from './shown-surveillance'
import { sizeText } from './size-text'
import { surveillanceTexts } from './surveillance-texts'

/** The names of the forms in which a request of the police is decided on. */
const decisionForms = ['handOut', 'refuse'] as const

/** The request that was sent with a decision that cannot be carried out; undefined when none was sent. */
export const useSentDecision = (): RequestInReview | undefined => {
  const refusedForm = useRefusedForm()
  const sent = decisionForms.map((name) => refusedForm(name)).find((form) => form !== undefined)
  return sent?.key === undefined ? undefined : { written: sent.fields, decisionKey: sent.key }
}

const writtenFields = ['requestedBy', 'reason', 'caseNumber', 'basis'] as const

/** The request as it was written, in each form: nobody writes it twice. */
const RequestAsWritten = ({ written }: Pick<RequestInReview, 'written'>): JSX.Element => (
  <>
    {writtenFields.map((name) => (
      <HiddenField name={name} value={written[name] ?? ''} />
    ))}
  </>
)

interface ReviewProps {
  readonly recording: ShownRecording
  readonly request: RequestInReview
  /** Who decides on it. */
  readonly viewer: ViewerInRole
  /** Whether a decision was sent, which cannot be carried out: then another one may have been before. */
  readonly isSent: boolean
}

/** What the police are to get, and who hands it out. */
const WhatIsHandedOut = ({ recording, request: { written }, viewer }: ReviewProps): JSX.Element => {
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
        { name: surveillanceTexts.requestedBy, value: written['requestedBy'] },
        { name: surveillanceTexts.reason, value: written['reason'] },
        { name: surveillanceTexts.caseNumber, value: written['caseNumber'] },
        { name: surveillanceTexts.basis, value: written['basis'] },
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

const RefuseForm = ({ request: { written, decisionKey } }: Pick<ReviewProps, 'request'>): JSX.Element => (
  <PageForm name="refuse" formKey={decisionKey}>
    <RequestAsWritten written={written} />
    <TextArea name="whyRefused" label={texts.whyRefused} hint={texts.whyRefusedHint} isRequired />
    <SubmitButton text={texts.refuseSend} kind="secondary" />
  </PageForm>
)

/** A request of the police before it is decided on: the copy is handed out or refused, or the request is corrected. */
export const DisclosureReview = (content: ReviewProps): JSX.Element => {
  const { recording, request, isSent } = content
  const { written, decisionKey } = request
  const text = useText()
  return (
    <>
      <h2>{text(texts.review)}</h2>
      <p>{isSent ? <LinkTo path="/vagt/anmodninger" text={texts.seeRequests} /> : text(texts.nothingIsDecided)}</p>
      <WhatIsHandedOut {...content} />
      <PageForm name="correct">
        <RequestAsWritten written={written} />
        <SubmitButton text={texts.correct} kind="tertiary" />
      </PageForm>
      <h2>{text(surveillanceTexts.disclose)}</h2>
      <p>{text(texts.whatIsRecorded)}</p>
      <OwnRecording recording={recording} />
      <PageForm name="handOut" formKey={decisionKey}>
        <RequestAsWritten written={written} />
        <SubmitButton text={texts.handOut} />
      </PageForm>
      <h2>{text(texts.refuse)}</h2>
      <p>{text(texts.refuseLead)}</p>
      <RefuseForm request={request} />
    </>
  )
}
