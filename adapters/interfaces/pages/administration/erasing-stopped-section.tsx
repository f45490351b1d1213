import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import { retentionTexts as texts } from './retention-texts'

/** Why nothing is erased: between which days some are missing, or which day was closed last. */
export interface ShownErasingStopped {
  readonly because: 'missingDays' | 'clockWentBack'
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly lastClosed?: Day | undefined
}

interface ErasingStoppedProps {
  readonly stopped: ShownErasingStopped
  readonly mayAct: boolean
}

const dayOf = (day: Day | undefined): JSX.Element | null => (day === undefined ? null : <DayText day={day} />)

/** The date is written by hand: whoever confirms it must have looked at another clock. */
const ConfirmDate = (): JSX.Element => (
  <PageForm name="confirmDate">
    <TextField name="today" type="date" label={texts.confirmDate} hint={texts.confirmHint} />
    <SubmitButton text={texts.confirm} />
  </PageForm>
)

/** Says that erasing is stopped and why, and lets an administrator confirm the date after missed days. */
export const ErasingStoppedSection = ({ stopped, mayAct }: ErasingStoppedProps): JSX.Element => {
  const text = useText()
  return (
    <section aria-labelledby="erasing-stopped">
      <h2 id="erasing-stopped">{text(texts.stopped)}</h2>
      <p>{text(texts[stopped.because])}</p>
      <ValueList
        values={[
          { name: texts.from, value: dayOf(stopped.from) },
          { name: texts.until, value: dayOf(stopped.to) },
          { name: texts.lastClosed, value: dayOf(stopped.lastClosed) },
        ]}
      />
      {mayAct && stopped.because === 'missingDays' ? <ConfirmDate /> : null}
    </section>
  )
}
