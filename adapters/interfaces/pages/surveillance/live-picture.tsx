import type { JSX } from 'preact'
import { useHref, useText } from '../layout/page-frame'
import type { ShownLivePicture } from './shown-surveillance'
import { surveillanceTexts as texts } from './surveillance-texts'

interface LivePictureProps {
  readonly viewing: string
  readonly live: ShownLivePicture
  /** The branch and the camera. */
  readonly of: string
}

/** The live picture of a camera, which the server renews, and what becomes of it when the camera does not answer. */
export const LivePicture = ({ viewing, live, of }: LivePictureProps): JSX.Element => {
  const text = useText()
  const address = useHref()(`/vagt/anmodninger/${viewing}/billede`)
  if (live === 'noAddress') return <p>{text(texts.liveNoAddress)}</p>
  return (
    <section data-open="">
      <p>{text(texts.liveFor30Minutes)}</p>
      {live === 'standIn' ? (
        <p>
          <strong>{text(texts.liveStandIn)}</strong>
        </p>
      ) : null}
      <img class="surveillance-video" src={address} alt={`${text(texts.live)}: ${of}`} width={640} height={360} />
      <p>{text(texts.liveNoAnswer)}</p>
    </section>
  )
}
