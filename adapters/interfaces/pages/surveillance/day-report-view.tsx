import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { TextField } from '../forms/fields'
import { QueryForm } from '../forms/query-form'
import { PrintButton } from '../layout/print-button'
import { DataTable } from '../tables/data-table'
import { requestColumns } from './request-columns'
import type { ShownVideoRequest } from './shown-surveillance'
import { surveillanceTexts as texts, surveillanceTitles } from './surveillance-texts'

/** Chooses another day. */
const ChooseDay = ({ day }: { readonly day: Day }): JSX.Element => (
  <QueryForm name="day-report" action="/vagt/dagsrapport" submit={texts.showDay}>
    <TextField type="date" name="day" label={texts.day} value={day} />
  </QueryForm>
)

/** Why a day has no requests: none were made, nobody can tell any more, or it is to come. */
const emptyTexts = { none: texts.noRequestsOnDay, erased: texts.requestsAreErased, toCome: texts.dayIsToCome } as const

interface DayReportProps {
  readonly day: Day
  readonly whyEmpty: keyof typeof emptyTexts
  readonly requests: ReadonlyArray<ShownVideoRequest>
}

/** The day report: who asked to look at video on a day, why, and how it was decided. It prints. */
export const DayReportView = ({ day, requests, whyEmpty }: DayReportProps): JSX.Element => (
  <div class="print-wide">
    <ChooseDay day={day} />
    <h2>
      <DayText day={day} />
    </h2>
    <DataTable
      caption={surveillanceTitles.dayReport}
      columns={requestColumns}
      rows={requests}
      empty={emptyTexts[whyEmpty]}
    />
    <PrintButton />
  </div>
)
