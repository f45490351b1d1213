import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { Text, type FormProblem } from '../layout/page-frame'

/** A field that the summary of errors names, and leads to. */
export interface NamedField {
  readonly name: string
  readonly label: TextInBothLanguages
  /** The member of the command that the field becomes, when it has another name. */
  readonly pointer?: string
}

interface WrongFieldsProps {
  readonly formId: string
  readonly fields: ReadonlyArray<NamedField>
  readonly problem: FormProblem
}

/** The fields that are wrong, each with a link to it and what is wrong with it. */
export const WrongFields = ({ formId, fields, problem }: WrongFieldsProps): JSX.Element | null => {
  const wrong = fields
    .map((field) => ({ ...field, error: problem.textByPointer[field.pointer ?? `/${field.name}`] }))
    .filter(({ error }) => error !== undefined)
  return wrong.length === 0 ? null : (
    <ul>
      {wrong.map(({ name, label, error }) => (
        <li>
          <a href={`#${formId}-${name}`}>
            <Text of={label} />
          </a>
          : {error}
        </li>
      ))}
    </ul>
  )
}
