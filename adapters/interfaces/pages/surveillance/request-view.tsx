import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { formatMoment } from '../formatting/format-times'
import { Text, useHref, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { ValueList } from '../tables/value-list'
import { AboutRequest, Actor, Decision } from './request-columns'
import { LivePicture } from './live-picture'
import type { ShownLivePicture, ShownVideoRequest } from './shown-surveillance'
import { surveillanceTexts as texts, videoActTexts } from './surveillance-texts'

interface RequestProps {
  readonly request: ShownVideoRequest
  /** The day with whose closing the recording is erased; undefined when none was asked for, or it is erased. */
  readonly recordingErasedOn: Day | undefined
  /** Whether the reader asked, and can still watch or fetch what was granted. */
  readonly isOpen: boolean
  /** Of a look at a camera: whether the library shows its picture. */
  readonly live: ShownLivePicture
}

const sizeText = (size: number | null, unit: string): string | null =>
  size === null ? null : `${String(size)} ${unit}`

/** What a request opened: the recording to watch, or the copy to fetch. */
const OpenedVideo = ({
  request: { viewing, act, branch, camera },
  live,
}: Pick<RequestProps, 'request' | 'live'>): JSX.Element => {
  const href = useHref()
  const text = useText()
  const address = href(`/vagt/anmodninger/${viewing}/video`)
  if (act === 'liveVideo') return <LivePicture {...{ viewing, live, of: `${branch ?? ''} ${camera ?? ''}` }} />
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
        {
          name: texts.ownRecordingErased,
          value:
            recordingErasedOn === undefined ? <Text of={texts.recordingGone} /> : <DayText day={recordingErasedOn} />,
        },
      ]}
    />
    <p class="signature-line">
      <Text of={texts.receiptSigned} />
    </p>
    <PrintButton />
  </section>
)

/** A request with all that is known of it; of a copy that was given, the receipt of the police. */
export const RequestView = ({ request, recordingErasedOn, isOpen, live }: RequestProps): JSX.Element => {
  const text = useText()
  const { act, at, requestedBy, reason, caseNumber, basis, size, digest, erasedOn, refusedBecause } = request
  const isReceipt = act === 'copy' && refusedBecause === null
  return (
    <>
      {isReceipt ? <h2>{text(texts.receipt)}</h2> : null}
      <ValueList
        values={[
          { name: texts.act, value: text(videoActTexts[act]) },
          { name: texts.at, value: <time dateTime={at}>{formatMoment(at)}</time> },
          { name: texts.camera, value: <AboutRequest {...request} /> },
          { name: texts.requestedBy, value: requestedBy },
          { name: texts.reason, value: reason },
          { name: texts.caseNumber, value: caseNumber },
          { name: texts.basis, value: basis },
          { name: texts.size, value: sizeText(size, text(texts.bytes)) },
          { name: texts.digest, value: digest },
          { name: texts.by, value: <Actor {...request} /> },
          { name: texts.decision, value: <Decision {...request} /> },
          { name: texts.atEndOf, value: <DayText day={erasedOn} /> },
        ]}
      />
      {isOpen ? <OpenedVideo {...{ request, live }} /> : null}
      {isReceipt ? <Receipt recordingErasedOn={recordingErasedOn} /> : null}
    </>
  )
}
