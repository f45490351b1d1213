import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { Month } from '../../../../domain/values/month'
import { DayText } from '../formatting/day-text'
import { formatMonth } from '../formatting/format-times'
import { useFrame, useText } from '../layout/page-frame'
import { PagedTable } from '../tables/paged-table'
import { administrationTexts, administrationTitles } from './administration-texts'
import { disclosuresTexts as texts } from './records-opened-texts'
import { ShownText } from './shown-text'

/** That data was disclosed in a month. To whom and why is null where it is withheld. */
interface ShownDisclosure {
  readonly madeIn: Month
  readonly recipient: string | null
  readonly basis: string | null
  readonly caseNumber: string | null
  readonly forgottenOn: Day
}

interface DisclosuresProps {
  readonly disclosures: ReadonlyArray<ShownDisclosure>
  readonly next: string | null
}

const MadeIn = ({ madeIn }: ShownDisclosure): JSX.Element => <>{formatMonth(useFrame().language, madeIn)}</>

/** The disclosures of the last five years. */
export const DisclosuresView = ({ disclosures, next }: DisclosuresProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{text(texts.lead)}</p>
      <PagedTable<ShownDisclosure>
        caption={administrationTitles.disclosures}
        columns={[
          { heading: texts.month, cell: MadeIn },
          { heading: texts.recipient, cell: ({ recipient }) => <ShownText value={recipient} /> },
          { heading: texts.basis, cell: ({ basis }) => <ShownText value={basis} /> },
          { heading: texts.caseNumber, cell: ({ caseNumber }) => <ShownText value={caseNumber} /> },
          { heading: administrationTexts.forgottenOn, cell: ({ forgottenOn }) => <DayText day={forgottenOn} /> },
        ]}
        rows={disclosures}
        next={next}
        empty={texts.none}
      />
    </>
  )
}
