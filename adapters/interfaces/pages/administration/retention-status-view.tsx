import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import { ErasingStoppedSection, type ShownErasingStopped } from './erasing-stopped-section'
import { retentionTexts as texts } from './retention-texts'

/** The state of erasure, as the page shows it. */
export interface ShownRetention {
  readonly today: Day
  readonly dueNow: number
  readonly overdue: number
  readonly oldestOverdue: Day | null
  readonly lagDays: number
  readonly unclosedDays: number
  readonly held: number
  readonly holdsInForce: number
  readonly unreadableHolds: number
  readonly waitingFor: ReadonlyArray<string>
  readonly failed: ReadonlyArray<string>
  readonly refusedRuns: ReadonlyArray<unknown>
  readonly erasingStopped: ShownErasingStopped | null
}

interface RetentionStatusProps {
  readonly retention: ShownRetention
  /** Whether the reader runs the system. An auditor reads. */
  readonly mayAct: boolean
  readonly hasSimulatedClock: boolean
}

const Figures = ({ retention }: Pick<RetentionStatusProps, 'retention'>): JSX.Element => {
  const text = useText()
  const { oldestOverdue, waitingFor, failed, refusedRuns } = retention
  const namesOf = (names: ReadonlyArray<string>): string =>
    names.length === 0 ? text(texts.nothing) : names.join(', ')
  return (
    <ValueList
      values={[
        { name: texts.today, value: <DayText day={retention.today} /> },
        { name: texts.dueNow, value: retention.dueNow },
        { name: texts.overdue, value: retention.overdue },
        { name: texts.oldestOverdue, value: oldestOverdue === null ? null : <DayText day={oldestOverdue} /> },
        { name: texts.lagDays, value: retention.lagDays },
        { name: texts.unclosedDays, value: retention.unclosedDays },
        { name: texts.held, value: retention.held },
        { name: texts.holdsInForce, value: retention.holdsInForce },
        { name: texts.unreadableHolds, value: retention.unreadableHolds },
        { name: texts.refusedRuns, value: refusedRuns.length },
        { name: texts.waitingFor, value: namesOf(waitingFor) },
        { name: texts.failed, value: namesOf(failed) },
      ]}
    />
  )
}

/** Moves the clock of a demo library. */
const ClockSection = (): JSX.Element => {
  const text = useText()
  return (
    <section>
      <h2>{text(texts.clock)}</h2>
      <p>{text(texts.clockText)}</p>
      <PageForm name="moveClock">
        <TextField name="to" type="date" label={texts.moveTo} hint={texts.moveToHint} />
        <SubmitButton text={texts.move} kind="secondary" />
      </PageForm>
    </section>
  )
}

/** What is due for erasure, what is overdue, and what delays it. */
export const RetentionStatusView = ({ retention, mayAct, hasSimulatedClock }: RetentionStatusProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{text(texts.lead)}</p>
      <p>
        <strong>{text(retention.overdue === 0 ? texts.allOnTime : texts.late)}</strong>
      </p>
      {retention.erasingStopped === null ? null : (
        <ErasingStoppedSection stopped={retention.erasingStopped} mayAct={mayAct} />
      )}
      <Figures retention={retention} />
      {mayAct ? (
        <PageForm name="run">
          <SubmitButton text={texts.run} kind="secondary" />
        </PageForm>
      ) : null}
      {mayAct && hasSimulatedClock ? <ClockSection /> : null}
    </>
  )
}
