import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { formatDay } from '../formatting/format-values'
import { usePageLanguage } from '../formatting/page-language'
import { SelectField, SubmitButton, TextArea } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { LinkTo } from '../layout/link-to'
import { DataTable } from '../tables/data-table'
import { administrationTexts } from './administration-texts'
import { serverLogOpeningsPath } from './administration-paths'
import { serverLogTexts as texts } from './server-log-texts'
import type { ShownServerLogDay } from './shown-server-log'

interface ServerLogProps {
  readonly days: ReadonlyArray<ShownServerLogDay>
}

/** Asks for the day and the reason. Nothing is shown without one. */
const OpenForm = ({ days }: ServerLogProps): JSX.Element => {
  const text = useText()
  const language = usePageLanguage()
  return (
    <section aria-labelledby="open-server-log">
      <h2 id="open-server-log">{text(texts.open)}</h2>
      <p>{text(texts.isListed)}</p>
      <PageForm name="open">
        <SelectField
          name="day"
          label={administrationTexts.day}
          options={days.map(({ day }) => ({ value: day, text: formatDay(language, day) }))}
        />
        <TextArea name="reason" label={administrationTexts.reason} hint={administrationTexts.reasonHint} />
        <SubmitButton text={texts.openSend} />
      </PageForm>
    </section>
  )
}

/** The days whose server log can be opened, each with the day on which it is forgotten. */
export const ServerLogView = ({ days }: ServerLogProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{text(texts.lead)}</p>
      <p>{text(texts.hoursThatEnded)}</p>
      <p>
        <LinkTo path={serverLogOpeningsPath} text={texts.toOpenings} />
      </p>
      {days.length === 0 ? null : <OpenForm days={days} />}
      <h2>{text(texts.days)}</h2>
      <DataTable
        caption={texts.days}
        columns={[
          { heading: administrationTexts.day, cell: ({ day }: ShownServerLogDay) => <DayText day={day} /> },
          { heading: administrationTexts.forgottenOn, cell: ({ forgottenOn }) => <DayText day={forgottenOn} /> },
        ]}
        rows={days}
        empty={texts.noDays}
      />
    </>
  )
}
