import type { JSX } from 'preact'
import type { Contact } from '../../../../domain/policy/contacts'
import type { Day } from '../../../../domain/values/day'
import { ContactDetails } from '../contacts/contact-details'
import { DayText } from '../formatting/day-text'
import { useText } from '../layout/page-frame'
import { accessibilityComplaintsUrl, accessibilityReviewedOn, accessibilityTexts as texts } from './accessibility-texts'

const sections = [
  { heading: texts.status, body: texts.statusText },
  { heading: texts.content, body: texts.contentText },
]

/** The accessibility statement of the site. */
export const AccessibilityView = ({ controller }: { readonly controller: Contact }): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{`${controller.name ?? text(texts.library)} ${text(texts.intro)}`}</p>
      {sections.map(({ heading, body }) => (
        <>
          <h2>{text(heading)}</h2>
          <p>{text(body)}</p>
        </>
      ))}
      <h2>{text(texts.prepared)}</h2>
      <p>{text(texts.preparedText)}</p>
      <p>
        {text(texts.preparedOn)} <DayText day={accessibilityReviewedOn as Day} />.
      </p>
      <h2>{text(texts.feedback)}</h2>
      <p>{text(texts.feedbackText)}</p>
      <ContactDetails contact={controller} />
      <h2>{text(texts.enforcement)}</h2>
      <p>{text(texts.enforcementText)}</p>
      <p>
        <a href={accessibilityComplaintsUrl} rel="noreferrer">
          {text(texts.enforcementLink)}
        </a>
      </p>
    </>
  )
}
