import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { SelectField } from '../forms/fields'
import { useText } from '../layout/page-frame'
import { branchesToChoose, nameOfBranch, type NamedBranch } from './branch-names'

interface BranchFieldProps {
  readonly name: string
  readonly label: TextInBothLanguages
  readonly branches: ReadonlyArray<NamedBranch>
  readonly chosen: string
}

/** A choice of a branch by its name. */
export const BranchField = ({ name, label, branches, chosen }: BranchFieldProps): JSX.Element => {
  const text = useText()
  const options = branchesToChoose(branches, chosen).map((value) => ({
    value,
    text: text(nameOfBranch(branches)(value)),
  }))
  return <SelectField name={name} label={label} value={chosen} options={options} />
}
