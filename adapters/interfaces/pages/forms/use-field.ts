import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { RefusedForm } from '../layout/page-frame'
import { useForm } from './page-form'

export interface FieldProps {
  readonly name: string
  readonly label: TextInBothLanguages
  readonly hint?: TextInBothLanguages
  /** Whether the form is refused while it is empty. */
  readonly isRequired?: boolean
  /** What stands in the field at first. */
  readonly value?: string
  /** The member of the command that the field becomes, when it has another name. */
  readonly pointer?: string
  /** Shows the value that is given even when the form was refused: whoever gives it has read what was sent. */
  readonly isAsGiven?: boolean
}

export interface FieldFrame {
  readonly id: string
  readonly value: string
  readonly attributes: Readonly<{
    id: string
    name: string
    'aria-describedby'?: string
    'aria-invalid'?: 'true'
    'aria-required'?: 'true'
  }>
  readonly error: string | undefined
}

/** What is wrong with a member, or with entries of it when it is a list. */
const errorOf = (refused: RefusedForm | undefined, pointer: string): string | undefined => {
  const texts = Object.entries(refused?.problem.textByPointer ?? {})
    .filter(([wrong]) => wrong === pointer || wrong.startsWith(`${pointer}/`))
    .map(([, text]) => text)
  return texts.length === 0 ? undefined : [...new Set(texts)].join('; ')
}

/** A field of the form around it: what stands in it, and what is wrong with it. */
export const useField = ({
  name,
  hint,
  value = '',
  pointer = `/${name}`,
  isAsGiven = false,
  isRequired = false,
}: FieldProps): FieldFrame => {
  const form = useForm()
  const id = `${form.id}-${name}`
  const error = errorOf(form.refused, pointer)
  const describedBy = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])]
  return {
    id,
    value: isAsGiven ? value : (form.refused?.fields[name] ?? value),
    error,
    attributes: {
      ...{ id, name },
      ...(describedBy.length === 0 ? {} : { 'aria-describedby': describedBy.join(' ') }),
      ...(error === undefined ? {} : { 'aria-invalid': 'true' as const }),
      ...(isRequired ? { 'aria-required': 'true' as const } : {}),
    },
  }
}
