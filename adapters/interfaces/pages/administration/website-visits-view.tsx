import type { JSX } from 'preact'
import type { Month } from '../../../../domain/values/month'
import { formatMonth } from '../formatting/format-times'
import { useFrame, useHref, usePath, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { DataTable } from '../tables/data-table'
import { websiteVisitsTexts as texts } from './website-visits-texts'

interface PageVisits {
  readonly page: string
  readonly visits: number
}

interface VisitorsByBrowser {
  readonly browser: string
  readonly visitors: number
}

interface WebsiteVisitsProps {
  readonly month: Month
  readonly pages: ReadonlyArray<PageVisits>
  readonly browsers: ReadonlyArray<VisitorsByBrowser>
}

/** Chooses another month. It changes nothing, so it needs no token. */
const ChooseMonth = ({ month }: Pick<WebsiteVisitsProps, 'month'>): JSX.Element => {
  const [text, href, path] = [useText(), useHref(), usePath()]
  return (
    <form method="get" action={href(path)}>
      <div class="form-group">
        <label class="form-label" for="month">
          {text(texts.month)}
        </label>
        <span class="form-hint" id="month-hint">
          {text(texts.monthHint)}
        </span>
        <input class="form-input" type="text" id="month" name="month" value={month} aria-describedby="month-hint" />
      </div>
      <button type="submit" class="button button-secondary">
        {text(texts.show)}
      </button>
    </form>
  )
}

/** How often each page was visited in a month, and how many visitors used each browser. */
export const WebsiteVisitsView = ({ month, pages, browsers }: WebsiteVisitsProps): JSX.Element => {
  const { language } = useFrame()
  const text = useText()
  return (
    <>
      <p>{text(texts.lead)}</p>
      <ChooseMonth month={month} />
      <h2>{`${text(texts.pages)}: ${formatMonth(language, month)}`}</h2>
      <DataTable
        caption={texts.pages}
        columns={[
          { heading: texts.page, cell: ({ page }: PageVisits) => page },
          { heading: texts.visits, cell: ({ visits }) => visits },
        ]}
        rows={pages}
        empty={texts.noPages}
      />
      <h2>{`${text(texts.browsers)}: ${formatMonth(language, month)}`}</h2>
      <DataTable
        caption={texts.browsers}
        columns={[
          { heading: texts.browser, cell: ({ browser }: VisitorsByBrowser) => browser },
          { heading: texts.visitors, cell: ({ visitors }) => visitors },
        ]}
        rows={browsers}
        empty={texts.noBrowsers}
      />
      <p>{text(texts.stays)}</p>
      <PrintButton />
    </>
  )
}
