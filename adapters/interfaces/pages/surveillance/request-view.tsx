import type { JSX } from 'preact'
import { MomentText } from '../formatting/moment-text'
import { DayText } from '../formatting/day-text'
import { Text, useHref, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { ContactDetails } from '../contacts/contact-details'
import type { Contact } from '../../../../domain/policy/contacts'
import type { Instant } from '../../../../domain/values/instant'
import { LinkTo } from '../layout/link-to'
import { ValueList } from '../tables/value-list'
import { AboutRequest, Actor, Decision } from './request-columns'
import { LivePicture } from './live-picture'
import type { ShownErasure, ShownLivePicture, ShownVideoRequest } from './shown-surveillance'
import { sizeText } from './size-text'
import { surveillanceTexts as texts, videoActTexts } from './surveillance-texts'

interface RequestProps {
  readonly request: ShownVideoRequest
  /** Undefined when no recording was asked for. */
  readonly recordingErasure: ShownErasure | undefined
  /** Until when what was granted can be seen or fetched; undefined when the request was refused. */
  readonly openUntil: Instant | undefined
  readonly isOver: boolean
  /** Where the reader, who asked, asks anew; undefined for others, and while the request is open. */
  readonly askAgainAt: string | undefined
  /** Whose receipt it is. */
  readonly library: Contact
  /** Whether the reader asked, and can still watch or fetch what was granted. */
  readonly isOpen: boolean
  /** Of a look at a camera: whether the library shows its picture. */
  readonly live: ShownLivePicture
}

/** What a request opened: the recording to watch, or the copy to fetch. */
const OpenedVideo = ({
  request: { viewing, act, branchName, camera },
  live,
}: Pick<RequestProps, 'request' | 'live'>): JSX.Element => {
  const href = useHref()
  const text = useText()
  const address = href(`/vagt/anmodninger/${viewing}/video`)
  if (act === 'liveVideo')
    return <LivePicture {...{ viewing, live, of: `${branchName === null ? '' : text(branchName)} ${camera ?? ''}` }} />
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

const Erasure = ({ erasure }: { readonly erasure: ShownErasure | undefined }): JSX.Element => {
  if (erasure === undefined || erasure === 'isErased') return <Text of={texts.recordingGone} />
  if (erasure === 'isWithheld') return <Text of={texts.erasureIsWithheld} />
  return (
    <>
      <Text of={texts.atEndOf} /> <DayText day={erasure} />
    </>
  )
}

/** That a request is over, and where to ask anew. */
const RequestIsOver = ({ askAgainAt }: Pick<RequestProps, 'askAgainAt'>): JSX.Element => (
  <p data-open="">
    <Text of={texts.isOver} /> {askAgainAt === undefined ? null : <LinkTo path={askAgainAt} text={texts.askAgain} />}
  </p>
)

/** What the police sign for. */
const Receipt = ({ recordingErasure }: Pick<RequestProps, 'recordingErasure'>): JSX.Element => (
  <section>
    <p>
      <Text of={texts.receiptOriginal} />
    </p>
    <ValueList values={[{ name: texts.ownRecording, value: <Erasure erasure={recordingErasure} /> }]} />
    <p class="signature-line">
      <Text of={texts.receiptSigned} />
    </p>
    <PrintButton />
  </section>
)

/** A request with all that is known of it; of a copy that was given, the receipt of the police. */
export const RequestView = (content: RequestProps): JSX.Element => {
  const { request, recordingErasure, openUntil, isOver, askAgainAt, isOpen, live, library } = content
  const text = useText()
  const { act, at, requestedBy, reason, caseNumber, basis, size, digest, erasedOn, refusedBecause } = request
  const isReceipt = act === 'copy' && refusedBecause === null
  return (
    <>
      {isReceipt ? <ContactDetails contact={library} /> : null}
      {isReceipt ? <h2>{text(texts.receipt)}</h2> : null}
      <ValueList
        values={[
          { name: texts.act, value: text(videoActTexts[act]) },
          { name: texts.at, value: <MomentText at={at} /> },
          { name: texts.camera, value: <AboutRequest {...request} /> },
          { name: texts.requestedBy, value: requestedBy },
          { name: texts.reason, value: reason },
          { name: texts.caseNumber, value: caseNumber },
          { name: texts.basis, value: basis },
          { name: texts.size, value: sizeText(size, text(texts.bytes)) },
          { name: texts.digest, value: digest },
          { name: texts.by, value: <Actor {...request} /> },
          { name: texts.decision, value: <Decision {...request} /> },
          { name: texts.openUntil, value: openUntil && <MomentText at={openUntil} /> },
          { name: texts.requestErasedAtEndOf, value: <DayText day={erasedOn} /> },
        ]}
      />
      {isOpen ? <OpenedVideo {...{ request, live }} /> : null}
      {isOver ? <RequestIsOver askAgainAt={askAgainAt} /> : null}
      {openUntil !== undefined && !isOpen && !isOver ? <p>{text(texts.openForRequester)}</p> : null}
      {isReceipt ? <Receipt recordingErasure={recordingErasure} /> : null}
    </>
  )
}
