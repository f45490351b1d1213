import type { JSX } from 'preact'
import { PageLanguageProvider } from '../formatting/page-language'
import { StylesheetLinks } from '../base/stylesheet-links'
import { DayText } from '../formatting/day-text'
import { KindSection } from './kind-section'
import type { DataReader, PersonalData } from './personal-data'
import { personalDataStylesheetPath } from './personal-data-stylesheet'
import { personalDataTextsIn, type PersonalDataTexts } from './personal-data-texts'
import { RightsSections } from './rights-sections'
import type { ValueContext } from './value-view'

/** What the page shows. */
export interface PersonalDataPageProps {
  readonly data: PersonalData
  readonly reader: DataReader
  /** Null when it is protected from the reader. */
  readonly name: string | null
  readonly number: string
  /** Whether events of the borrower are damaged, so that something may be missing. */
  readonly isDamaged: boolean
  /** The address of the export. */
  readonly exportPath: string
  readonly context: ValueContext
}

interface BorrowerSectionProps {
  readonly page: PersonalDataPageProps
  readonly text: PersonalDataTexts
}

const BorrowerSection = ({ page, text }: BorrowerSectionProps): JSX.Element => (
  <section aria-label={text('name')}>
    <dl>
      {page.name === null ? null : <dt>{text('name')}</dt>}
      {page.name === null ? null : <dd>{page.name}</dd>}
      <dt>{text('number')}</dt>
      <dd>{page.number}</dd>
      <dt>{text('madeOn')}</dt>
      <dd>
        <DayText day={page.data.madeOn} />
      </dd>
    </dl>
    {page.isDamaged ? <p>{text('damaged')}</p> : null}
  </section>
)

const OtherLanguageLink = ({ page, text }: BorrowerSectionProps): JSX.Element => {
  const language = page.context.language === 'da' ? 'en' : 'da'
  return (
    <nav aria-label={text('otherLanguage')}>
      <a href={`?language=${language}`} hreflang={language} lang={language}>
        {text('otherLanguage')}
      </a>
    </nav>
  )
}

/** Every kind of data that the library holds on a borrower: what, why, on what legal basis, until when. Ready to print. */
export const PersonalDataPage = (page: PersonalDataPageProps): JSX.Element => {
  const { data, reader, context } = page
  const text = personalDataTextsIn(context.language, reader)
  return (
    <PageLanguageProvider value={context.language}>
      <html lang={context.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{text('heading')}</title>
          <StylesheetLinks own={personalDataStylesheetPath} />
        </head>
        <body>
          <header>
            <OtherLanguageLink page={page} text={text} />
          </header>
          <main>
            <h1>{text('heading')}</h1>
            <BorrowerSection page={page} text={text} />
            <RightsSections data={data} exportPath={page.exportPath} language={context.language} text={text} />
            <h2>{text('kinds')}</h2>
            <p>{text('kindsText')}</p>
            {data.kinds.map((row) => (
              <KindSection row={row} context={context} text={text} />
            ))}
          </main>
        </body>
      </html>
    </PageLanguageProvider>
  )
}
