import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { borrowerRecordTexts as texts } from '../borrower-record/borrower-record-texts'
import { BranchField } from '../branches/branch-field'
import type { NamedBranch } from '../branches/branch-names'
import { SelectField, TextField } from '../forms/fields'
import type { NamedField } from '../forms/wrong-fields'
import { useText } from '../layout/page-frame'
import { valueText } from '../personal-data/value-texts'
import { languageOptions } from '../profile/profile-texts'

/** Who somebody is, as it stands in a form. */
export interface IdentityInForm {
  readonly name: string
  readonly cpr: string
  readonly birthDate: string
  readonly group: string
  readonly municipality: string
}

/** The groups to which a borrower can belong. */
const borrowerGroups = ['adult', 'child', 'institution', 'staff'] as const

const birthDateHint: TextInBothLanguages = {
  da: 'Kan stå tom, når der er et CPR-nummer',
  en: 'May be left empty where there is a CPR number',
}

/** The fields of who a borrower is, with their branch and language, for the summary of errors. */
export const namedIdentityFields: ReadonlyArray<NamedField> = (
  ['name', 'cpr', 'birthDate', 'group', 'municipality', 'homeBranch', 'language'] as const
).map((name) => ({ name, label: texts[name] }))

/** The fields of who a borrower is. */
export const IdentityFields = ({ name, cpr, birthDate, group, municipality }: IdentityInForm): JSX.Element => {
  const text = useText()
  return (
    <>
      <TextField name="name" label={texts.name} value={name} isRequired />
      <TextField name="cpr" label={texts.cpr} value={cpr} />
      <TextField name="birthDate" label={texts.birthDate} hint={birthDateHint} value={birthDate} type="date" />
      <SelectField
        name="group"
        label={texts.group}
        value={group}
        options={borrowerGroups.map((value) => ({
          value,
          text: text(valueText('identity', 'group', value) ?? texts.none),
        }))}
      />
      <TextField name="municipality" label={texts.municipality} value={municipality} inputMode="numeric" />
    </>
  )
}

interface PreferenceFieldsProps {
  readonly homeBranch: string
  readonly language: string
  readonly branches: ReadonlyArray<NamedBranch>
}

/** The fields of home branch and language. */
export const PreferenceFields = ({ homeBranch, language, branches }: PreferenceFieldsProps): JSX.Element => (
  <>
    <BranchField name="homeBranch" label={texts.homeBranch} branches={branches} chosen={homeBranch} />
    <SelectField name="language" label={texts.language} value={language} options={languageOptions} />
  </>
)
