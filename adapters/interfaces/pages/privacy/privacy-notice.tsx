import type { JSX } from 'preact'
import { listKindsOfData } from '../../../../retention/promises/kinds-of-data'
import { borrowerDataStylesheetPath } from '../borrower-data/borrower-data-stylesheet'
import { PeopleToAsk } from '../contacts/people-to-ask'
import { useFrame, useText } from '../layout/page-frame'
import { PromiseList } from '../personal-data/kind-section'
import { personalDataTextsIn } from '../personal-data/personal-data-texts'
import { privacyTexts as texts } from './privacy-texts'

const sections = [
  { heading: texts.forgetting, body: texts.forgettingText },
  { heading: texts.sources, body: texts.sourcesText },
  { heading: texts.guardians, body: texts.guardiansText },
  { heading: texts.recipients, body: texts.recipientsText },
  { heading: texts.automatic, body: texts.automaticText },
  { heading: texts.rights, body: texts.rightsText },
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

/** What the library tells everybody whose data it holds (GDPR Articles 13 and 14), with each row of the promises table. */
export const PrivacyNotice = (): JSX.Element => {
  const text = useText()
  return (
    <>
      <link rel="stylesheet" href={borrowerDataStylesheetPath} />
      <h2>{text(texts.who)}</h2>
      <p>{text(texts.whoText)}</p>
      <PeopleToAsk />
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
