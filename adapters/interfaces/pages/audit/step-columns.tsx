import type { JSX } from 'preact'
import { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { Text } from '../layout/page-frame'
import type { TableColumn } from '../tables/data-table'
import { auditTexts as texts } from './audit-texts'
import { ClassText, ReplayedValueText, ShortValueText } from './replayed-value-text'
import { factText } from './replay-words'
import type { ShownStep } from './shown-replay'

const EventName = ({ revision, type, damaged }: ShownStep): JSX.Element => (
  <>
    {revision} {type}
    {damaged === undefined ? null : (
      <>
        {' '}
        <Text of={texts.damaged} />: <span lang="en">{damaged}</span>
      </>
    )}
  </>
)

const Recorded = ({ recorded }: ShownStep): JSX.Element =>
  Day.is(recorded) ? <DayText day={recorded} /> : <>{recorded}</>

const SealedParts = ({ parts }: ShownStep): JSX.Element =>
  parts.length === 0 ? (
    <Text of={texts.none} />
  ) : (
    <ul>
      {parts.map((part) => (
        <li>
          <ClassText name={part.class} />: <ReplayedValueText name="part" value={part} />
        </li>
      ))}
    </ul>
  )

const Changes = ({ changes }: ShownStep): JSX.Element =>
  changes.length === 0 ? (
    <Text of={texts.none} />
  ) : (
    <ul>
      {changes.map(({ name, of, before, after }) => (
        <li>
          <Text of={factText(name)} />
          {of === null ? null : ` (${of})`}:{' '}
          {before === null ? null : (
            <>
              <ShortValueText name={name} value={before} />
              {' → '}
            </>
          )}
          {after === null ? <Text of={texts.gone} /> : <ShortValueText name={name} value={after} />}
        </li>
      ))}
    </ul>
  )

/** An event of a replay: what it is, when it was recorded, what is sealed in it, and what it changed. */
export const stepColumns: ReadonlyArray<TableColumn<ShownStep>> = [
  { heading: texts.event, cell: EventName },
  { heading: texts.recorded, cell: Recorded },
  { heading: texts.positionOfEvent, cell: ({ position }) => position ?? <Text of={texts.none} /> },
  { heading: texts.sealedParts, cell: SealedParts },
  { heading: texts.changed, cell: Changes },
]
