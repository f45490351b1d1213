import type { JSX } from 'preact'
import { formatMoment } from '../formatting/format-times'
import { DayText } from '../formatting/day-text'
import { Text } from '../layout/page-frame'
import type { TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { LinkTo } from '../layout/link-to'
import { PeriodText } from './period-text'
import type { ShownRecording } from './shown-surveillance'
import { surveillanceTexts as texts, surveillanceTitles } from './surveillance-texts'

const columns: ReadonlyArray<TableColumn<ShownRecording>> = [
  { heading: texts.camera, cell: ({ camera }) => camera },
  { heading: texts.branch, cell: ({ branch }) => branch },
  { heading: texts.period, cell: PeriodText },
  { heading: texts.content, cell: ({ isStored }) => <Text of={isStored ? texts.stored : texts.notCome} /> },
  { heading: texts.erasedOn, cell: ({ erasedOn }) => <DayText day={erasedOn} /> },
  {
    heading: texts.actions,
    cell: ({ footage, camera, from }) => (
      <LinkTo path={`/vagt/optagelser/${footage}`} text={texts.open} about={`${camera} ${formatMoment(from)}`} />
    ),
  },
]

interface RecordingsProps {
  readonly recordings: ReadonlyArray<ShownRecording>
  readonly next: string | null
}

/** The register of recordings, each with the day on which it goes. */
export const RecordingsView = ({ recordings, next }: RecordingsProps): JSX.Element => (
  <>
    <p>
      <Text of={texts.keptAtMost} />
    </p>
    <PagedTable
      {...{ caption: surveillanceTitles.recordings, columns, rows: recordings, next }}
      empty={texts.noRecordings}
    />
  </>
)
