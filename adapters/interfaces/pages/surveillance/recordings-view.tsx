import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { formatMoment } from '../formatting/format-times'
import { usePageLanguage } from '../formatting/page-language'
import { DayText } from '../formatting/day-text'
import { SelectField, TextField } from '../forms/fields'
import { QueryForm } from '../forms/query-form'
import { Text, useText } from '../layout/page-frame'
import type { TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { LinkTo } from '../layout/link-to'
import { PeriodText } from './period-text'
import { cameraOptions } from './camera-options'
import type { RecordingSearch, ShownCamera, ShownRecording } from './shown-surveillance'
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

interface SearchProps {
  readonly search: RecordingSearch
  readonly cameras: ReadonlyArray<ShownCamera>
}

/** Searches the register by camera and day; either may be left open. */
const SearchForm = ({ search, cameras }: SearchProps): JSX.Element => {
  const text = useText()
  const options = [{ value: '', text: texts.anyCamera }, ...cameraOptions(cameras)]
  return (
    <QueryForm name="search" action="/vagt" submit={texts.find}>
      <SelectField
        {...{ name: 'camera', label: texts.camera, value: search.camera ?? '' }}
        options={options.map((option) => ({ value: option.value, text: text(option.text) }))}
      />
      <TextField type="date" name="day" label={texts.day} value={search.day ?? ''} />
    </QueryForm>
  )
}

interface RecordingsProps extends SearchProps {
  readonly recordings: ReadonlyArray<ShownRecording>
  readonly next: string | null
  /** Whether the reader may open recordings, and not hand copies out alone. */
  readonly maySee: boolean
}

/** The register of recordings, each with the day on which it goes. */
export const RecordingsView = ({ recordings, next, maySee, search, cameras }: RecordingsProps): JSX.Element => {
  const isSearched = search.camera !== undefined || search.day !== undefined
  return (
    <>
      <p>
        <Text of={texts.keptAtMost} />
      </p>
      <SearchForm {...{ search, cameras }} />
      <PagedTable
        {...{ caption: surveillanceTitles.recordings, columns: columns(maySee), rows: recordings, next }}
        empty={isSearched ? texts.noneFound : texts.noRecordings}
      />
      {isSearched ? (
        <p>
          <LinkTo path="/vagt" text={texts.showAll} />
        </p>
      ) : null}
    </>
  )
}
