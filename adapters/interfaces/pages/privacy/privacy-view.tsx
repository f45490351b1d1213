import type { JSX } from 'preact'
import { listKindsOfData } from '../../../../retention/promises/kinds-of-data'
import { useFrame, useHref, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { PromiseList } from '../personal-data/kind-section'
import { personalDataTextsIn } from '../personal-data/personal-data-texts'
import { borrowerDataStylesheetPath } from '../borrower-data/borrower-data-stylesheet'
import { privacyTexts as texts } from './privacy-texts'

const sections = [
  { heading: texts.forgetting, body: texts.forgettingText },
  { heading: texts.sources, body: texts.sourcesText },
  { heading: texts.recipients, body: texts.recipientsText },
  { heading: texts.automatic, body: texts.automaticText },
  { heading: texts.rights, body: texts.rightsText },
  { heading: texts.who, body: texts.whoText },
]

const Kinds = (): JSX.Element => {
  const { language } = useFrame()
  const text = personalDataTextsIn(language, 'staff')
  return (
    <>
      {listKindsOfData().map(([kind, promise]) => (
        <section class="data-kind" aria-labelledby={kind}>
          <h3 id={kind}>{promise.name[language]}</h3>
          <PromiseList promise={promise} language={language} text={text} />
        </section>
      ))}
    </>
  )
}

/** What the library promises every borrower, from the promises table. Ready to print, to be handed out at registration. */
export const PrivacyView = (): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <>
      <link rel="stylesheet" href={borrowerDataStylesheetPath} />
      <p class="data-lead">{text(texts.lead)}</p>
      <p class="data-actions">
        <a class="button button-primary" href={href('/mit/data')}>
          {text(texts.own)}
        </a>
        <PrintButton />
      </p>
      {sections.map(({ heading, body }) => (
        <>
          <h2>{text(heading)}</h2>
          <p>{text(body)}</p>
        </>
      ))}
      <h2>{text(texts.kinds)}</h2>
      <Kinds />
    </>
  )
}
