import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { useText } from '../layout/page-frame'
import { PagedTable } from '../tables/paged-table'
import { administrationTexts, administrationTitles } from './administration-texts'
import { serverLogTexts as texts } from './server-log-texts'
import { ShownText } from './shown-text'

/** An opening of the server log of a day. Who it was and why is null where it is withheld. */
interface ShownServerLogOpening {
  readonly openedOn: Day
  readonly day: Day
  readonly openedBy: string | null
  readonly reason: string | null
  readonly forgottenOn: Day
}

interface ServerLogOpeningsProps {
  readonly openings: ReadonlyArray<ShownServerLogOpening>
  readonly next: string | null
}

/** Who opened the server log of which day and why, for the data protection officer. */
export const ServerLogOpeningsView = ({ openings, next }: ServerLogOpeningsProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{text(texts.openingsLead)}</p>
      <PagedTable<ShownServerLogOpening>
        caption={administrationTitles.openings}
        columns={[
          { heading: texts.openedOn, cell: ({ openedOn }) => <DayText day={openedOn} /> },
          { heading: texts.ofDay, cell: ({ day }) => <DayText day={day} /> },
          { heading: administrationTexts.by, cell: ({ openedBy }) => <ShownText value={openedBy} /> },
          { heading: administrationTexts.reason, cell: ({ reason }) => <ShownText value={reason} /> },
          { heading: administrationTexts.forgottenOn, cell: ({ forgottenOn }) => <DayText day={forgottenOn} /> },
        ]}
        rows={openings}
        next={next}
        empty={texts.noOpenings}
      />
    </>
  )
}
