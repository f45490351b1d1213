import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useHref, useText } from '../layout/page-frame'

/** A form that asks for something and changes nothing: it needs no token, and its address can be kept. */
export const QueryForm = ({
  action,
  submit,
  children,
}: {
  readonly action: string
  /** What its button says. */
  readonly submit: TextInBothLanguages
  readonly children: ComponentChildren
}): JSX.Element => {
  const href = useHref()
  const text = useText()
  return (
    <form method="get" action={href(action)}>
      {children}
      <button type="submit" class="button button-primary">
        {text(submit)}
      </button>
    </form>
  )
}

interface QueryFieldProps {
  readonly name: string
  readonly label: TextInBothLanguages
  readonly hint?: TextInBothLanguages
  readonly value: string | undefined
}

/** A field of such a form, of a text or of a day. */
export const QueryField = ({
  name,
  label,
  hint,
  value = '',
  type,
}: QueryFieldProps & { readonly type: 'text' | 'date' }): JSX.Element => {
  const text = useText()
  const describedBy = hint === undefined ? {} : { 'aria-describedby': `${name}-hint` }
  const attributes = { ...{ class: 'form-input', id: name, name, value, autocomplete: 'off' }, ...describedBy }
  return (
    <div class="form-group">
      <label class="form-label" for={name}>
        {text(label)}
      </label>
      {hint === undefined ? null : (
        <span class="form-hint" id={`${name}-hint`}>
          {text(hint)}
        </span>
      )}
      {type === 'text' ? <input type="text" {...attributes} /> : <input type="date" {...attributes} />}
    </div>
  )
}

interface QueryChoiceProps extends QueryFieldProps {
  readonly options: ReadonlyArray<{ readonly value: string; readonly text: TextInBothLanguages }>
}

/** A choice of such a form. */
export const QueryChoice = ({ name, label, value, options }: QueryChoiceProps): JSX.Element => {
  const text = useText()
  return (
    <div class="form-group">
      <label class="form-label" for={name}>
        {text(label)}
      </label>
      <select class="form-select" id={name} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {text(option.text)}
          </option>
        ))}
      </select>
    </div>
  )
}
