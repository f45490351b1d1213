import type { JSX } from 'preact'
import type { AddressedChannel } from '../../../../domain/ports/message-sender'
import { confirmField } from '../forms/confirmed-form'
import { Checkbox, SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useHref, useText } from '../layout/page-frame'
import type { BorrowerDataContent } from './borrower-data-content'
import { ErasureState } from './erasure-state'
import { erasureTexts as texts } from './erasure-texts'
import { lastMessageText } from './last-message-text'

/** `requested`: the borrower has just asked for it on this page. */
export interface ErasureContent extends Pick<BorrowerDataContent, 'ending' | 'obstacles'> {
  /** By what the library sends messages; empty when it sends none. */
  readonly sendsBy: ReadonlyArray<AddressedChannel>
}

const partsOf = ({ sendsBy }: ErasureContent) => [
  { heading: texts.what, body: [texts.whatText] },
  { heading: texts.stays, body: [texts.staysText] },
  { heading: texts.afterwards, body: [texts.afterwardsText, lastMessageText(sendsBy)] },
]

const ErasureForm = (): JSX.Element => (
  <PageForm name="erase">
    <Checkbox name={confirmField} label={texts.confirm} />
    <p class="data-actions">
      <SubmitButton text={texts.button} kind="warning" />
      <a href={useHref()('/mit/data')}>{useText()(texts.back)}</a>
    </p>
  </PageForm>
)

/** What being forgotten means, what stands in the way of it, and the form that asks once more. */
export const ErasureView = (content: ErasureContent): JSX.Element => {
  const text = useText()
  if (content.ending !== null)
    return (
      <>
        <h2>{text(texts.underWay)}</h2>
        <ErasureState content={content} />
      </>
    )
  return (
    <>
      <ErasureState content={content} />
      {partsOf(content).map(({ heading, body }) => (
        <>
          <h2>{text(heading)}</h2>
          <p>{body.map(text).join(' ')}</p>
        </>
      ))}
      {content.obstacles.length === 0 ? <ErasureForm /> : null}
    </>
  )
}
