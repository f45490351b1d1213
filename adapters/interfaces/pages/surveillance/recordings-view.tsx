import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { formatMoment } from '../formatting/format-times'
import { usePageLanguage } from '../formatting/page-language'
import { DayText } from '../formatting/day-text'
import { Text, useText } from '../layout/page-frame'
import type { TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { LinkTo } from '../layout/link-to'
import { PeriodText } from './period-text'
import type { ShownRecording } from './shown-surveillance'
import { surveillanceTexts as texts, surveillanceTitles } from './surveillance-texts'

/** Links of two branches with cameras of one name differ in what a screen reader says. */
const RecordingLink = ({
  recording: { footage, branchName, camera, from },
  text: label,
}: {
  readonly recording: ShownRecording
  readonly text: TextInBothLanguages
}): JSX.Element => {
  const branch = useText()(branchName)
  const language = usePageLanguage()
  return (
    <LinkTo
      path={`/vagt/optagelser/${footage}`}
      text={label}
      about={`${branch} ${camera} ${formatMoment(language, from)}`}
    />
  )
}

const columns = (maySee: boolean): ReadonlyArray<TableColumn<ShownRecording>> => [
  { heading: texts.camera, cell: ({ camera }) => camera },
  { heading: texts.branch, cell: ({ branchName }) => <Text of={branchName} /> },
  { heading: texts.period, cell: PeriodText },
  { heading: texts.content, cell: ({ isStored }) => <Text of={isStored ? texts.stored : texts.notCome} /> },
  { heading: texts.erasedOn, cell: ({ erasedOn }) => <DayText day={erasedOn} /> },
  {
    heading: texts.actions,
    cell: (recording) => <RecordingLink {...{ recording, text: maySee ? texts.open : texts.handOut }} />,
  },
]

interface RecordingsProps {
  readonly recordings: ReadonlyArray<ShownRecording>
  readonly next: string | null
  /** Whether the reader may open recordings, and not hand copies out alone. */
  readonly maySee: boolean
}

/** The register of recordings, each with the day on which it goes. */
export const RecordingsView = ({ recordings, next, maySee }: RecordingsProps): JSX.Element => (
  <>
    <p>
      <Text of={texts.keptAtMost} />
    </p>
    <PagedTable
      {...{ caption: surveillanceTitles.recordings, columns: columns(maySee), rows: recordings, next }}
      empty={texts.noRecordings}
    />
  </>
)
