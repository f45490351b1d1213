import type { JSX } from 'preact'
import { useHref, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { PrivacyNotice } from './privacy-notice'
import { privacyTexts as texts } from './privacy-texts'

/** What the library promises every borrower, from the promises table. Ready to print. */
export const PrivacyView = (): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <>
      <p class="data-lead">{text(texts.lead)}</p>
      <p class="data-actions">
        <a class="button button-primary" href={href('/mit/data')}>
          {text(texts.own)}
        </a>
        <PrintButton />
      </p>
      <PrivacyNotice />
    </>
  )
}
