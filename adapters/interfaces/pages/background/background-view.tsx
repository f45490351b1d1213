import type { JSX } from 'preact'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { MomentText } from '../formatting/moment-text'
import { Text, useFrame, useHref, useText } from '../layout/page-frame'
import type { BackgroundContent } from './background-content'
import { backgroundTexts as texts } from './background-texts'

/** The name of the form that asks for a new reading. */
export const readAnewForm = 'readAnew'

type UnderWayProps = Extract<BackgroundContent<unknown>, { readonly _tag: 'UnderWay' }>

/** How far the reading has come. The script of the site asks again by itself. */
const UnderWay = ({ done, total }: UnderWayProps): JSX.Element => {
  const text = useText()
  const href = useHref()
  const { address } = useFrame()
  return (
    <>
      <p>
        <Text of={texts.isBeingRead} />
      </p>
      <p>
        <progress
          aria-label={text(texts.progress)}
          data-under-way
          {...(total === 0 ? {} : { value: done, max: total })}
        />
      </p>
      <p>
        <a href={href(address)}>
          <Text of={texts.look} />
        </a>
      </p>
    </>
  )
}

/** Makes the view of a page whose content is read in the background from the view of that content. */
export const backgroundViewOf = <P extends object>(View: (content: P) => JSX.Element) => {
  const BackgroundView = (shown: BackgroundContent<P>): JSX.Element =>
    shown._tag === 'UnderWay' ? (
      <UnderWay {...shown} />
    ) : (
      <>
        <PageForm name={readAnewForm}>
          <p>
            <Text of={texts.readAt} />: <MomentText at={shown.at} />
          </p>
          <SubmitButton text={texts.readAnew} />
        </PageForm>
        <View {...shown.content} />
      </>
    )
  return BackgroundView
}
