import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { LooksInMonth } from '../../../../projections/accesses/looks-by-reason'
import { DayText } from '../formatting/day-text'
import { formatMonth } from '../formatting/format-times'
import { Text, useFrame } from '../layout/page-frame'
import { useValueText } from '../personal-data/use-value-text'
import { DataTable, type TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { auditTexts as texts, auditTitles } from './audit-texts'
import { TextField } from '../forms/fields'
import { QueryForm } from '../forms/query-form'

interface ShownHold {
  readonly hold: string
  readonly setOn: Day
  readonly lastDay: Day
  readonly releasedOn: Day | null
  readonly isStanding: boolean
}

const holdColumns: ReadonlyArray<TableColumn<ShownHold>> = [
  { heading: texts.hold, cell: ({ hold }) => hold },
  { heading: texts.setOn, cell: ({ setOn }) => <DayText day={setOn} /> },
  { heading: texts.lastDay, cell: ({ lastDay }) => <DayText day={lastDay} /> },
  {
    heading: texts.releasedOn,
    cell: ({ releasedOn }) => (releasedOn === null ? <Text of={texts.no} /> : <DayText day={releasedOn} />),
  },
  { heading: texts.isStanding, cell: ({ isStanding }) => <Text of={isStanding ? texts.yes : texts.no} /> },
]

interface HoldsProps {
  readonly holds: ReadonlyArray<ShownHold>
  readonly next: string | null
}

/** The legal holds: until when each stands, and not of what or why. */
export const HoldsView = ({ holds, next }: HoldsProps): JSX.Element => (
  <>
    <p>
      <Text of={texts.holdsIntro} />
    </p>
    <PagedTable {...{ caption: auditTitles.holds, columns: holdColumns, rows: holds, next }} empty={texts.noHolds} />
  </>
)

const MonthText = ({ month }: Pick<LooksInMonth, 'month'>): JSX.Element => {
  const { language } = useFrame()
  return <>{formatMonth(language, month)}</>
}

const Word = ({ member, value }: { readonly member: string; readonly value: string }): JSX.Element => {
  const valueText = useValueText()
  return <>{valueText('accesses', member, value)}</>
}

const lookColumns: ReadonlyArray<TableColumn<LooksInMonth>> = [
  { heading: texts.month, cell: MonthText },
  { heading: texts.role, cell: ({ role }) => <Word member="openedBy" value={role} /> },
  { heading: texts.opened, cell: ({ opened }) => <Word member="opened" value={opened} /> },
  { heading: texts.number, cell: ({ number }) => number },
]

interface LooksProps {
  readonly reason: string
  readonly looks: ReadonlyArray<LooksInMonth>
}

/** How often data of borrowers was opened, for the reasons that have a text in them: in no order of looks. */
export const LooksView = ({ reason, looks }: LooksProps): JSX.Element => (
  <>
    {[texts.looksIntro, texts.whenLooksAreCounted].map((text) => (
      <p>
        <Text of={text} />
      </p>
    ))}
    <QueryForm name="looks" action="/revision/opslag" submit={texts.show}>
      <TextField name="reason" label={texts.reason} value={reason} />
    </QueryForm>
    <DataTable
      {...{ caption: auditTitles.looks, columns: lookColumns, rows: looks }}
      empty={reason === '' ? texts.noLooksAtAll : texts.noLooks}
    />
  </>
)

interface ShownDamage {
  readonly log: string
  readonly stream: string
  readonly revision: number
  readonly reason: string
}

const damageColumns: ReadonlyArray<TableColumn<ShownDamage>> = [
  { heading: texts.stream, cell: ({ stream }) => stream },
  { heading: texts.log, cell: ({ log }) => log },
  { heading: texts.revision, cell: ({ revision }) => revision },
  { heading: texts.why, cell: ({ reason }) => <span lang="en">{reason}</span> },
]

interface DamagedProps {
  readonly events: ReadonlyArray<ShownDamage>
  readonly next: string | null
}

/** The events that the library found damaged. */
export const DamagedView = ({ events, next }: DamagedProps): JSX.Element => (
  <PagedTable
    {...{ caption: auditTitles.damaged, columns: damageColumns, rows: events, next }}
    empty={texts.noDamaged}
  />
)
