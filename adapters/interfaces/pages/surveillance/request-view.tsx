import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { formatMoment } from '../formatting/format-times'
import { Text, useHref, useText } from '../layout/page-frame'
import { PrintButton } from './print-button'
import { AboutRequest, Actor, Decision } from './request-columns'
import type { ShownVideoRequest } from './shown-surveillance'
import { surveillanceTexts as texts, videoActTexts } from './surveillance-texts'
import { ValueList } from './value-list'

interface RequestProps {
  readonly request: ShownVideoRequest
  /** The day with whose closing the recording is erased; undefined when none was asked for, or it is erased. */
  readonly recordingErasedOn: Day | undefined
  /** Whether the reader asked, and can still watch or fetch what was granted. */
  readonly isOpen: boolean
}

const sizeText = (size: number | null, unit: string): string | null =>
  size === null ? null : `${String(size)} ${unit}`

/** What a request opened: the recording to watch, or the copy to fetch. */
const OpenedVideo = ({ viewing, act }: ShownVideoRequest): JSX.Element | null => {
  const href = useHref()
  const text = useText()
  const address = href(`/vagt/anmodninger/${viewing}/video`)
  if (act === 'liveVideo') return <p>{text(texts.liveFor30Minutes)}</p>
  return (
    <section data-open="">
      <p>{text(texts.openFor30Minutes)}</p>
      {act === 'footage' ? (
        <video class="surveillance-video" controls preload="metadata" src={address} aria-label={text(texts.watch)} />
      ) : (
        <a class="button button-primary" href={address} download="">
          {text(texts.fetchCopy)}
        </a>
      )}
    </section>
  )
}

/** What the police sign for. */
const Receipt = ({ recordingErasedOn }: Pick<RequestProps, 'recordingErasedOn'>): JSX.Element => (
  <section>
    <p>
      <Text of={texts.receiptOriginal} />
    </p>
    <ValueList
      values={[
        [
          texts.ownRecordingErased,
          recordingErasedOn === undefined ? <Text of={texts.recordingGone} /> : <DayText day={recordingErasedOn} />,
        ],
      ]}
    />
    <p class="signature-line">
      <Text of={texts.receiptSigned} />
    </p>
    <PrintButton />
  </section>
)

/** A request with all that is known of it; of a copy that was given, the receipt of the police. */
export const RequestView = ({ request, recordingErasedOn, isOpen }: RequestProps): JSX.Element => {
  const text = useText()
  const { act, at, requestedBy, reason, caseNumber, basis, size, digest, erasedOn, refusedBecause } = request
  const isReceipt = act === 'copy' && refusedBecause === null
  return (
    <>
      {isReceipt ? <h2>{text(texts.receipt)}</h2> : null}
      <ValueList
        values={[
          [texts.act, text(videoActTexts[act])],
          [texts.at, <time dateTime={at}>{formatMoment(at)}</time>],
          [texts.camera, <AboutRequest {...request} />],
          [texts.requestedBy, requestedBy],
          [texts.reason, reason],
          [texts.caseNumber, caseNumber],
          [texts.basis, basis],
          [texts.size, sizeText(size, text(texts.bytes))],
          [texts.digest, digest],
          [texts.by, <Actor {...request} />],
          [texts.decision, <Decision {...request} />],
          [texts.atEndOf, <DayText day={erasedOn} />],
        ]}
      />
      {isOpen ? <OpenedVideo {...request} /> : null}
      {isReceipt ? <Receipt recordingErasedOn={recordingErasedOn} /> : null}
    </>
  )
}
