import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { Text } from '../layout/page-frame'
import { DataTable, type TableColumn } from '../tables/data-table'
import { PeriodText } from './period-text'
import type { ShownPeriod } from './shown-surveillance'
import { surveillanceTexts as texts } from './surveillance-texts'

type Outside = ShownPeriod & { readonly erasedOn: Day }

const periodColumns: ReadonlyArray<TableColumn<ShownPeriod>> = [
  { heading: texts.camera, cell: ({ camera }) => camera },
  { heading: texts.branch, cell: ({ branchName }) => <Text of={branchName} /> },
  { heading: texts.period, cell: PeriodText },
]

interface CoverageProps {
  readonly gaps: ReadonlyArray<ShownPeriod>
  readonly outside: ReadonlyArray<Outside>
}

/** Where recordings and opening hours differ. */
export const CoverageView = ({ gaps, outside }: CoverageProps): JSX.Element => (
  <>
    <h2>
      <Text of={texts.gaps} />
    </h2>
    <p>
      <Text of={texts.gapsLead} />
    </p>
    <DataTable caption={texts.gaps} columns={periodColumns} rows={gaps} empty={texts.noGaps} />
    <h2>
      <Text of={texts.outside} />
    </h2>
    <DataTable<Outside>
      caption={texts.outside}
      columns={[...periodColumns, { heading: texts.erasedOn, cell: ({ erasedOn }) => <DayText day={erasedOn} /> }]}
      rows={outside}
      empty={texts.noneOutside}
    />
  </>
)
