import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { useHref, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { DataTable } from '../tables/data-table'
import { requestColumns } from './request-columns'
import type { ShownVideoRequest } from './shown-surveillance'
import { surveillanceTexts as texts, surveillanceTitles } from './surveillance-texts'

/** Chooses another day. It changes nothing, so it needs no token. */
const ChooseDay = ({ day }: { readonly day: Day }): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <form method="get" action={href('/vagt/dagsrapport')}>
      <div class="form-group">
        <label class="form-label" for="day">
          {text(texts.day)}
        </label>
        <input class="form-input" type="date" id="day" name="day" value={day} />
      </div>
      <button type="submit" class="button button-secondary">
        {text(texts.showDay)}
      </button>
    </form>
  )
}

interface DayReportProps {
  readonly day: Day
  readonly requests: ReadonlyArray<ShownVideoRequest>
}

/** The day report: who asked to look at video on a day, why, and how it was decided. It prints. */
export const DayReportView = ({ day, requests }: DayReportProps): JSX.Element => (
  <div class="print-wide">
    <ChooseDay day={day} />
    <h2>
      <DayText day={day} />
    </h2>
    <DataTable
      caption={surveillanceTitles.dayReport}
      columns={requestColumns}
      rows={requests}
      empty={texts.noRequestsOnDay}
    />
    <PrintButton />
  </div>
)
