import type { JSX } from 'preact'
import { LinkTo } from '../layout/link-to'
import { PrintButton } from '../layout/print-button'
import type { ReportDocument } from './report-document'
import { reportStylesheetPath } from './report-stylesheet'
import { ReportView } from './report-view'
import { reportTexts } from './report-texts'

/** The address of the report as JSON, without the language of the page. */
export const reportFilePath = '/revision/rapport/json'

/** The report as a page of the site, to print or to save as JSON. */
export const ReportPageView = (document: ReportDocument): JSX.Element => (
  <>
    <link rel="stylesheet" href={reportStylesheetPath} />
    <p>
      <PrintButton />
    </p>
    <p>
      <LinkTo path={`${reportFilePath}/${document.language}`} text={reportTexts.asJson} />
    </p>
    <div class="print-wide">
      <ReportView document={document} isOnSite />
    </div>
  </>
)
