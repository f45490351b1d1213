import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { SelectField, TextField } from '../forms/fields'
import { useText } from '../layout/page-frame'
import { branchesToChoose, nameOfBranch, type NamedBranch } from './branch-names'

interface BranchFieldProps {
  readonly name: string
  readonly label: TextInBothLanguages
  readonly branches: ReadonlyArray<NamedBranch>
  /** Undefined when none is chosen yet. */
  readonly chosen: string | undefined
  /** How the choice of no branch is called, where it is one. */
  readonly none?: TextInBothLanguages
}

/** A choice of a branch by its name. When the policy of the library names no branches, its code is written. */
export const BranchField = ({ name, label, branches, chosen, none }: BranchFieldProps): JSX.Element => {
  const text = useText()
  const options = branchesToChoose(branches, chosen).map((value) => ({
    value,
    text: text(nameOfBranch(branches)(value)),
  }))
  const choiceOfNone = none === undefined ? [] : [{ value: '', text: text(none) }]
  return options.length === 0 ? (
    <TextField name={name} label={label} value={chosen ?? ''} />
  ) : (
    <SelectField name={name} label={label} value={chosen ?? ''} options={[...choiceOfNone, ...options]} />
  )
}
