import { renderToString } from 'preact-render-to-string'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { OutstandingMatters } from '../../../../projections/borrower-overview/outstanding-matters'
import { StatementPage } from './statement-page'

/** The HTML document of a statement. Every value is escaped. */
export const renderStatement = (matters: OutstandingMatters, language: MessageLanguage): string =>
  `<!doctype html>${renderToString(<StatementPage matters={matters} language={language} />)}`
