import { renderToString } from 'preact-render-to-string'
import { PersonalDataPage, type PersonalDataPageProps } from './personal-data-page'

/** The HTML document of the data on a borrower. Every value is escaped. */
export const renderPersonalData = (page: PersonalDataPageProps): string =>
  `<!doctype html>${renderToString(<PersonalDataPage {...page} />)}`
