import type { JSX } from 'preact'
import type { OpenedData } from '../../../../domain/access/opening'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { useText } from '../layout/page-frame'
import { useValueText } from '../personal-data/use-value-text'
import { PagedTable } from '../tables/paged-table'
import { administrationTexts, administrationTitles } from './administration-texts'
import { recordsOpenedTexts as texts } from './records-opened-texts'

/** That somebody opened a record of a borrower. */
interface ShownAccess {
  readonly day: Day
  readonly borrower: string
  readonly staffNumber: string | null
  readonly reason: string
  readonly opened: OpenedData
  readonly forgottenOn: Day
}

interface RecordsOpenedProps {
  readonly accesses: ReadonlyArray<ShownAccess>
  readonly next: string | null
}

const Opened = ({ opened }: ShownAccess): JSX.Element => <>{useValueText()('accesses', 'opened', opened)}</>

/** Who has looked at records of borrowers in the month, and why. */
export const RecordsOpenedView = ({ accesses, next }: RecordsOpenedProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{text(texts.lead)}</p>
      <PagedTable<ShownAccess>
        caption={administrationTitles.recordsOpened}
        columns={[
          { heading: administrationTexts.day, cell: ({ day }) => <DayText day={day} /> },
          { heading: texts.staffNumber, cell: ({ staffNumber }) => staffNumber },
          { heading: texts.borrower, cell: ({ borrower }) => borrower },
          { heading: texts.opened, cell: Opened },
          { heading: administrationTexts.reason, cell: ({ reason }) => reason },
          { heading: administrationTexts.forgottenOn, cell: ({ forgottenOn }) => <DayText day={forgottenOn} /> },
        ]}
        rows={accesses}
        next={next}
        empty={texts.none}
      />
    </>
  )
}
