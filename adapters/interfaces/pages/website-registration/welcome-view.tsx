import type { JSX } from 'preact'
import { Text, useHref } from '../layout/page-frame'
import { websiteRegistrationTexts as texts } from './website-registration-texts'

interface WelcomeProps {
  /** Where the person wanted to go before registering: a path without the language. */
  readonly next: string
}

/** What somebody sees who has just registered on the website: the privacy notice, and the way on. */
export const WelcomeView = ({ next }: WelcomeProps): JSX.Element => {
  const href = useHref()
  return (
    <>
      <p>
        <Text of={texts.registered} /> <Text of={texts.block} />
      </p>
      <p>
        <Text of={texts.noticeText} />
      </p>
      <p>
        <a class="button button-primary" href={href('/privatliv')}>
          <Text of={texts.privacy} />
        </a>
      </p>
      <ul class="nobullet-list">
        <li>
          <a href={href('/mit/data')}>
            <Text of={texts.ownData} />
          </a>
        </li>
        <li>
          <a href={href(next)}>
            <Text of={texts.goOn} />
          </a>
        </li>
      </ul>
    </>
  )
}
