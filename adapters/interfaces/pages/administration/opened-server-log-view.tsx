import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { SubmitButton } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { LinkTo } from '../layout/link-to'
import { DataTable } from '../tables/data-table'
import { ValueList } from '../tables/value-list'
import { administrationTexts } from './administration-texts'
import { serverLogOpeningsPath, serverLogPath } from './administration-paths'
import { serverLogTexts as texts } from './server-log-texts'
import { formatHour, hoursOfLines, type OpenedServerLog, type ShownServerLogLine } from './shown-server-log'

interface HourProps {
  readonly hour: number
}

/** Shows the lines of one hour. It is the same opening: the form sends the key of the one that opened the day. */
const ShowHour = ({ hour, day, reason, formKey }: OpenedServerLog & HourProps): JSX.Element => (
  <PageForm name="open" of={String(hour)} formKey={formKey} isInline>
    <HiddenField name="day" value={day} />
    <HiddenField name="reason" value={reason} />
    <SubmitButton text={texts.showHour} kind="secondary" about={formatHour(hour)} />
  </PageForm>
)

const Hours = (opened: OpenedServerLog): JSX.Element => (
  <DataTable
    caption={texts.hours}
    columns={[
      { heading: texts.hour, cell: ({ hour }) => formatHour(hour) },
      { heading: texts.addresses, cell: ({ addresses }) => addresses },
      { heading: texts.requests, cell: ({ requests }) => requests },
      { heading: texts.lines, cell: ({ hour }) => <ShowHour {...opened} hour={hour} /> },
    ]}
    rows={hoursOfLines(opened.lines)}
    empty={texts.noLines}
  />
)

const LinesOfHour = ({ hour, lines }: HourProps & Pick<OpenedServerLog, 'lines'>): JSX.Element => {
  const text = useText()
  return (
    <section aria-labelledby="lines-of-hour">
      <h2 id="lines-of-hour" data-focus="" tabIndex={-1}>
        {`${text(texts.linesOfHour)} ${formatHour(hour)}`}
      </h2>
      <DataTable
        caption={texts.linesOfHour}
        columns={[
          { heading: texts.address, cell: ({ address }: ShownServerLogLine) => address },
          { heading: texts.browser, cell: ({ browser }) => browser },
          { heading: texts.requests, cell: ({ requests }) => requests },
        ]}
        rows={lines.filter((line) => line.hour === hour)}
        empty={texts.noLines}
      />
    </section>
  )
}

/** The server log of a day, hour by hour, with the day on which it is forgotten. */
export const OpenedServerLogView = (opened: OpenedServerLog): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{text(texts.isOpened)}</p>
      <ValueList
        values={[
          { name: administrationTexts.day, value: <DayText day={opened.day} /> },
          { name: administrationTexts.reason, value: opened.reason },
          { name: texts.keptUntil, value: <DayText day={opened.forgottenOn} /> },
        ]}
      />
      {opened.hour === undefined ? null : <LinesOfHour hour={opened.hour} lines={opened.lines} />}
      <h2>{text(texts.hours)}</h2>
      <p>{text(texts.hoursThatEnded)}</p>
      <Hours {...opened} />
      <p>
        <LinkTo path={serverLogPath} text={texts.anotherDay} />
      </p>
      <p>
        <LinkTo path={serverLogOpeningsPath} text={texts.toOpenings} />
      </p>
    </>
  )
}
