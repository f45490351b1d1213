import type { JSX } from 'preact'
import { PageLanguageProvider } from '../formatting/page-language'
import { StylesheetLinks } from '../base/stylesheet-links'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { OutstandingMatters } from '../../../../projections/borrower-overview/outstanding-matters'
import { DayText } from '../formatting/day-text'
import { OverdueLoansSection, UnpaidFeesSection, UnpaidReimbursementsSection } from './statement-sections'
import { statementStylesheetPath } from './statement-stylesheet'
import { statementTextsIn, type StatementTexts } from './statement-texts'

interface BorrowerSectionProps {
  readonly matters: OutstandingMatters
  readonly text: StatementTexts
}

const BorrowerSection = ({ matters, text }: BorrowerSectionProps): JSX.Element => (
  <section aria-label={text('borrower')}>
    <dl class="value-list">
      {matters.name === null ? null : <dt>{text('name')}</dt>}
      {matters.name === null ? null : <dd>{matters.name}</dd>}
      <dt>{text('number')}</dt>
      <dd>{matters.number}</dd>
      {matters.address.length === 0 ? null : <dt>{text('address')}</dt>}
      {matters.address.map((line) => (
        <dd>{line}</dd>
      ))}
      <dt>{text('madeOn')}</dt>
      <dd>
        <DayText day={matters.madeOn} />
      </dd>
    </dl>
  </section>
)

const isNothingOutstanding = ({ overdueLoans, owed, unpaidReimbursements }: OutstandingMatters): boolean =>
  overdueLoans.length === 0 && owed === 0 && unpaidReimbursements.length === 0

interface StatementPageProps {
  readonly matters: OutstandingMatters
  readonly language: MessageLanguage
}

/** What is outstanding, below the heading of a page. */
export const StatementContent = ({ matters, language }: StatementPageProps): JSX.Element => {
  const text = statementTextsIn(language)
  return (
    <>
      <BorrowerSection matters={matters} text={text} />
      {isNothingOutstanding(matters) ? <p>{text('nothing')}</p> : null}
      <OverdueLoansSection matters={matters} text={text} />
      <UnpaidFeesSection matters={matters} text={text} />
      <UnpaidReimbursementsSection matters={matters} text={text} />
      {matters.noteToBorrower === null ? null : (
        <section>
          <h2>{text('noteToBorrower')}</h2>
          <p>{matters.noteToBorrower}</p>
        </section>
      )}
    </>
  )
}

/** The statement of outstanding matters (opgørelse over mellemværende), ready to print. */
export const StatementPage = ({ matters, language }: StatementPageProps): JSX.Element => {
  const text = statementTextsIn(language)
  return (
    <PageLanguageProvider value={language}>
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{text('heading')}</title>
          <StylesheetLinks own={statementStylesheetPath} />
        </head>
        <body>
          <main>
            <h1>{text('heading')}</h1>
            <StatementContent matters={matters} language={language} />
          </main>
        </body>
      </html>
    </PageLanguageProvider>
  )
}
