import type { JSX } from 'preact'
import type { HeldClass } from '../../../../domain/hold/holdable-class'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { recordHeldTexts } from '../personal-data/record-held-texts'
import { PagedTable } from '../tables/paged-table'
import { administrationTexts, administrationTitles } from './administration-texts'
import { legalHoldsTexts as texts } from './legal-holds-texts'
import { ShownText } from './shown-text'

/** A legal hold. What is held, by whom and why is null where it is withheld. */
interface ShownLegalHold {
  readonly hold: string
  readonly lastDay: Day
  readonly setOn: Day
  readonly isStanding: boolean
  readonly releasedOn: Day | null
  readonly class: HeldClass | null
  readonly setBy: string | null
  readonly why: string | null
  readonly caseNumber: string | null
  /** Why the record is held, as the borrower reads it; null where it may not be told, or is withheld. */
  readonly reasonForBorrower: string | null
  readonly isExplained: boolean
}

interface LegalHoldsProps {
  readonly holds: ReadonlyArray<ShownLegalHold>
  readonly next: string | null
  /** Whether the reader may release a hold. */
  readonly mayAct: boolean
}

const Release = ({ hold, caseNumber }: ShownLegalHold): JSX.Element => (
  <PageForm name="release" of={hold} isInline>
    <TextField name="why" label={texts.releaseWhy} />
    <SubmitButton text={texts.release} kind="secondary" about={caseNumber ?? ''} />
  </PageForm>
)

const State = ({ isStanding }: ShownLegalHold): JSX.Element => {
  const text = useText()
  return <>{text(isStanding ? texts.inForce : texts.ended)}</>
}

const Held = (hold: ShownLegalHold): JSX.Element => {
  const text = useText()
  return <ShownText value={hold.class === null ? null : text(recordHeldTexts[hold.class])} />
}

const ReasonForBorrower = ({ reasonForBorrower, isExplained }: ShownLegalHold): JSX.Element => {
  const text = useText()
  return isExplained ? <ShownText value={reasonForBorrower} /> : <>{text(texts.notExplained)}</>
}

const columns = [
  { heading: texts.lastDay, cell: ({ lastDay }: ShownLegalHold) => <DayText day={lastDay} /> },
  { heading: texts.state, cell: State },
  { heading: texts.setOn, cell: ({ setOn }: ShownLegalHold) => <DayText day={setOn} /> },
  { heading: texts.held, cell: Held },
  { heading: texts.caseNumber, cell: ({ caseNumber }: ShownLegalHold) => <ShownText value={caseNumber} /> },
  { heading: texts.why, cell: ({ why }: ShownLegalHold) => <ShownText value={why} /> },
  { heading: texts.reasonForBorrower, cell: ReasonForBorrower },
  { heading: administrationTexts.by, cell: ({ setBy }: ShownLegalHold) => <ShownText value={setBy} /> },
]

const releaseColumn = {
  heading: texts.release,
  cell: (hold: ShownLegalHold) => (hold.isStanding && hold.releasedOn === null ? <Release {...hold} /> : null),
}

/** The legal holds for review, those that end first above. */
export const LegalHoldsView = ({ holds, next, mayAct }: LegalHoldsProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{text(texts.lead)}</p>
      <p>{text(texts.forgotten)}</p>
      <PagedTable<ShownLegalHold>
        caption={administrationTitles.legalHolds}
        columns={mayAct ? [...columns, releaseColumn] : columns}
        rows={holds}
        next={next}
        empty={texts.none}
      />
    </>
  )
}
