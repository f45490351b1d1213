import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useText } from '../layout/page-frame'
import { useForm } from './page-form'
import { useField, type FieldFrame, type FieldProps } from './use-field'

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

const mustBeFilledIn: TextInBothLanguages = { da: '(skal udfyldes)', en: '(must be filled in)' }

/** Label, hint and error of a field, in the order in which they are read. */
const Group = ({
  field: { label, hint, isRequired = false },
  frame: { id, error },
  children,
}: GroupProps): JSX.Element => {
  const text = useText()
  return (
    <div class={error === undefined ? 'form-group' : 'form-group form-error'}>
      <label class="form-label" for={id}>
        {text(label)}
        {isRequired ? ` ${text(mustBeFilledIn)}` : null}
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
  /** Whether a scanner writes in it: with scripts, its Enter leads to the next field, and does not send the form. */
  readonly isScanned?: boolean
}

/** One line of text. */
export const TextField = ({
  type = 'text',
  autoComplete = 'off',
  inputMode,
  hasFocus = false,
  isScanned = false,
  ...field
}: TextFieldProps): JSX.Element => {
  const frame = useField(field)
  const attributes = {
    ...{ ...frame.attributes, class: 'form-input', value: frame.value, autocomplete: autoComplete, inputMode },
    ...(hasFocus ? { autofocus: true, 'data-focus': '' } : {}),
    ...(isScanned ? { 'data-enter-moves-on': '' } : {}),
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
