import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { ContactValues } from '../borrower-record/contact-section'
import type { BorrowerInHead } from '../borrower-record/borrower-head'
import { borrowerRecordTexts } from '../borrower-record/borrower-record-texts'
import { RecordTabs } from '../borrower-record/record-tabs'
import { BranchField } from '../branches/branch-field'
import { nameOfBranch, type NamedBranch } from '../branches/branch-names'
import { noContact, type KnownContact } from '../contact/contact-details'
import { ContactFields } from '../contact/contact-fields'
import { SubmitButton, TextField } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { DataSection, Value } from '../staff/data-section'

export const borrowerGuardianTexts = {
  title: { da: 'Lånerens værge', en: 'Guardian of the borrower' },
  none: {
    da: 'Ingen værge er registreret. For en låner under 18 år svarer en værge.',
    en: 'No guardian is registered. For a borrower under 18 a guardian answers.',
  },
  present: { da: 'Værge', en: 'Guardian' },
  hidden: { da: 'Navn og adresse er beskyttet', en: 'Name and address are protected' },
  paper: { da: 'Papir', en: 'Paper' },
  cpr: { da: 'Værgens CPR-nummer', en: 'CPR number of the guardian' },
  name: { da: 'Værgens navn', en: 'Name of the guardian' },
  paperMonth: { da: 'Måned på papiret', en: 'Month on the paper' },
  paperMonthHint: {
    da: 'Som 2026-05. Tom, når værgen ikke er registreret på papir.',
    en: 'As 2026-05. Empty when the guardian is not registered on paper.',
  },
  paperBranch: { da: 'Filial, der har papiret', en: 'Branch that has the paper' },
  noPaper: { da: 'Intet papir', en: 'No paper' },
  change: { da: 'Registrér eller ret værgen', en: 'Register or correct the guardian' },
  save: { da: 'Gem', en: 'Save' },
  remove: { da: 'Fjern værgen', en: 'Remove the guardian' },
  removed: {
    da: 'Værgen er fjernet. Et papir skal destrueres: se listen over papirer.',
    en: 'The guardian is removed. A paper is to be destroyed: see the list of papers.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

const texts = borrowerGuardianTexts

export interface ShownGuardian extends KnownContact {
  /** Null while it is withheld. */
  readonly name: string | null
  readonly cpr: string
  readonly paperMonth: string | null
  readonly paperBranch: string | null
}

export interface BorrowerGuardianProps {
  readonly head: BorrowerInHead
  readonly etag: string
  readonly guardian: ShownGuardian | undefined
  readonly branches: ReadonlyArray<NamedBranch>
}

const Present = ({
  name,
  cpr,
  paperMonth,
  paperBranch,
  branches,
  ...known
}: ShownGuardian & Pick<BorrowerGuardianProps, 'branches'>): JSX.Element => {
  const text = useText()
  return (
    <dl class="value-list">
      <Value title={texts.name}>{name ?? text(texts.hidden)}</Value>
      <Value title={texts.cpr}>{cpr}</Value>
      <ContactValues {...known} />
      <Value title={texts.paper}>
        {paperMonth === null
          ? text(texts.noPaper)
          : [paperMonth, ...(paperBranch === null ? [] : [text(nameOfBranch(branches)(paperBranch))])].join(', ')}
      </Value>
    </dl>
  )
}

const ChangeForm = ({ etag, guardian, branches }: BorrowerGuardianProps): JSX.Element => (
  <PageForm name="register">
    <HiddenField name="etag" value={etag} />
    <TextField name="cpr" label={texts.cpr} value={guardian?.cpr ?? ''} />
    <TextField name="name" label={texts.name} value={guardian?.name ?? ''} />
    <ContactFields contact={guardian?.contact ?? noContact} pointer="/contact" isNew={guardian === undefined} />
    <TextField
      {...{ name: 'paperMonth', label: texts.paperMonth, hint: texts.paperMonthHint }}
      value={guardian?.paperMonth ?? ''}
    />
    <BranchField
      {...{ name: 'paperBranch', label: texts.paperBranch, none: texts.noPaper, branches }}
      chosen={guardian?.paperBranch ?? undefined}
    />
    <SubmitButton text={texts.save} kind="secondary" />
  </PageForm>
)

/** Who answers for a child. A guardian whose name is withheld is not written over unseen. */
export const BorrowerGuardianView = (shown: BorrowerGuardianProps): JSX.Element => {
  const { head, etag, guardian, branches } = shown
  const text = useText()
  return (
    <>
      <RecordTabs {...head} />
      <DataSection kind="guardian" heading={texts.present}>
        {guardian === undefined ? <p>{text(texts.none)}</p> : <Present {...guardian} branches={branches} />}
        {guardian === undefined ? null : (
          <PageForm name="remove">
            <HiddenField name="etag" value={etag} />
            <SubmitButton text={texts.remove} kind="warning" />
          </PageForm>
        )}
      </DataSection>
      <DataSection kind="guardianCprNumber" heading={texts.change}>
        {guardian?.name === null ? <p>{text(borrowerRecordTexts.protectedName)}</p> : <ChangeForm {...shown} />}
      </DataSection>
    </>
  )
}
