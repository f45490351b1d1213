import { readFileSync } from 'node:fs'
import path from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { defaultContacts } from '../../../../domain/policy/contacts'
import { FrameProvider, type PageFrame } from '../layout/page-frame'
import type { ReportDocument } from './report-document'
import { reportStylesheetFolder } from './report-stylesheet'
import { ReportView } from './report-view'

/** What the site's own style sheets say of the parts of a report: a file that stands alone has none of them. */
const baseStyles = `
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
.table-scroll { overflow-x: auto; overflow-wrap: normal; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.5rem; border-bottom: 1px solid #8c8c8c; text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-weight: 700; }
`

const frameOf = ({ language, title }: ReportDocument): PageFrame => ({
  ...{ language, title, address: '', menu: [], isLoggedIn: false, formToken: undefined, makeFormKey: () => '' },
  ...{ refused: undefined, done: undefined, sessionEndsAt: undefined, contacts: defaultContacts },
})

/** The report as one HTML file that needs no other: it loads nothing, has no script, and can be sent and stored. */
export const renderReportFile = (document: ReportDocument): string => {
  const styles = `${baseStyles}${readFileSync(path.join(reportStylesheetFolder, 'report.css'), 'utf8')}`
  const content = renderToString(
    <FrameProvider value={frameOf(document)}>
      <html lang={document.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${document.title}, ${document.madeOn}`}</title>
          <style dangerouslySetInnerHTML={{ __html: styles }} />
        </head>
        <body>
          <main>
            <h1>{document.title}</h1>
            <ReportView document={document} isOnSite={false} />
          </main>
        </body>
      </html>
    </FrameProvider>,
  )
  return `<!doctype html>${content}\n`
}
