import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useText, type RefusedForm } from '../layout/page-frame'
import { useForm } from './page-form'

interface FieldProps {
  readonly name: string
  readonly label: TextInBothLanguages
  readonly hint?: TextInBothLanguages
  /** What stands in the field at first. */
  readonly value?: string
  /** The member of the command that the field becomes, when it has another name. */
  readonly pointer?: string
  /** Shows the value that is given even when the form was refused: whoever gives it has read what was sent. */
  readonly isAsGiven?: boolean
}

interface FieldFrame {
  readonly id: string
  readonly value: string
  readonly attributes: Readonly<{ id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }>
  readonly error: string | undefined
}

/** What is wrong with a member, or with entries of it when it is a list. */
const errorOf = (refused: RefusedForm | undefined, pointer: string): string | undefined => {
  const texts = Object.entries(refused?.problem.textByPointer ?? {})
    .filter(([wrong]) => wrong === pointer || wrong.startsWith(`${pointer}/`))
    .map(([, text]) => text)
  return texts.length === 0 ? undefined : [...new Set(texts)].join('; ')
}

const useField = ({ name, hint, value = '', pointer = `/${name}`, isAsGiven = false }: FieldProps): FieldFrame => {
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
    },
  }
}

/** What is wrong with a field. */
const FieldError = ({ id, error }: Pick<FieldFrame, 'id' | 'error'>): JSX.Element | null =>
  error === undefined ? null : (
    <span class="form-error-message" id={`${id}-error`}>
      {error}
    </span>
  )

interface GroupProps {
  readonly field: FieldProps
  readonly frame: FieldFrame
  readonly children: ComponentChildren
}

/** Label, hint and error of a field, in the order in which they are read. */
const Group = ({ field: { label, hint }, frame: { id, error }, children }: GroupProps): JSX.Element => {
  const text = useText()
  return (
    <div class={error === undefined ? 'form-group' : 'form-group form-error'}>
      <label class="form-label" for={id}>
        {text(label)}
      </label>
      {hint === undefined ? null : (
        <span class="form-hint" id={`${id}-hint`}>
          {text(hint)}
        </span>
      )}
      <FieldError id={id} error={error} />
      {children}
    </div>
  )
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'date'
  readonly autoComplete?: string
  readonly inputMode?: 'numeric' | 'text'
  /** Whether the page begins here. */
  readonly hasFocus?: boolean
}

/** One line of text. */
export const TextField = ({
  type = 'text',
  autoComplete = 'off',
  inputMode,
  hasFocus = false,
  ...field
}: TextFieldProps): JSX.Element => {
  const frame = useField(field)
  const attributes = {
    ...{ ...frame.attributes, class: 'form-input', value: frame.value, autocomplete: autoComplete, inputMode },
    ...(hasFocus ? { 'data-focus': '' } : {}),
  }
  return (
    <Group field={field} frame={frame}>
      {type === 'text' ? <input type="text" {...attributes} /> : null}
      {type === 'email' ? <input type="email" {...attributes} /> : null}
      {type === 'tel' ? <input type="tel" {...attributes} /> : null}
      {type === 'date' ? <input type="date" {...attributes} /> : null}
    </Group>
  )
}

/** A secret. It is never written back. */
export const PasswordField = ({
  autoComplete,
  ...field
}: FieldProps & { readonly autoComplete: 'current-password' | 'new-password' }): JSX.Element => {
  const frame = useField(field)
  return (
    <Group field={field} frame={frame}>
      <input type="password" {...frame.attributes} class="form-input" autocomplete={autoComplete} inputMode="numeric" />
    </Group>
  )
}

/** Several lines of text. */
export const TextArea = (field: FieldProps): JSX.Element => {
  const frame = useField(field)
  return (
    <Group field={field} frame={frame}>
      <textarea {...frame.attributes} class="form-input" rows={4}>
        {frame.value}
      </textarea>
    </Group>
  )
}

interface SelectFieldProps extends FieldProps {
  readonly options: ReadonlyArray<{ readonly value: string; readonly text: string }>
}

/** One choice of several. */
export const SelectField = ({ options, ...field }: SelectFieldProps): JSX.Element => {
  const frame = useField(field)
  return (
    <Group field={field} frame={frame}>
      <select {...frame.attributes} class="form-select">
        {options.map(({ value, text }) => (
          <option value={value} selected={value === frame.value}>
            {text}
          </option>
        ))}
      </select>
    </Group>
  )
}

interface CheckboxProps {
  readonly name: string
  readonly label: TextInBothLanguages
  readonly isChecked?: boolean
}

/** A choice of yes or no. `yes` is sent when it is checked, and nothing otherwise. */
export const Checkbox = ({ name, label, isChecked = false }: CheckboxProps): JSX.Element => {
  const form = useForm()
  const text = useText()
  const { id, error, attributes } = useField({ name, label })
  const checked = form.refused === undefined ? isChecked : form.refused.fields[name] === 'yes'
  return (
    <div class={error === undefined ? 'form-group' : 'form-group form-error'}>
      <FieldError id={id} error={error} />
      <div class="form-group-checkbox">
        <input type="checkbox" class="form-checkbox" {...attributes} value="yes" checked={checked} />
        <label for={id}>{text(label)}</label>
      </div>
    </div>
  )
}

interface SubmitButtonProps {
  readonly text: TextInBothLanguages
  readonly kind?: 'primary' | 'secondary' | 'tertiary' | 'warning'
  /** What the button is about, for those who hear it without what stands beside it. */
  readonly about?: string
}

export const SubmitButton = ({ text: label, kind = 'primary', about }: SubmitButtonProps): JSX.Element => {
  const text = useText()
  return (
    <button type="submit" class={`button button-${kind}`}>
      {text(label)}
      {about === undefined ? null : <span class="sr-only"> {about}</span>}
    </button>
  )
}
