import type { ComponentChildren, JSX } from 'preact'
import { useFrame, useHref } from '../layout/page-frame'

/** The names of the fields that every form has beside its own. */
export const formFields = { token: '_token', name: '_form', key: '_key' } as const

interface PlainFormProps {
  /** Where the form is sent: a path without the language. */
  readonly action: string
  readonly children: ComponentChildren
}

/** A form with the token of the session, and nothing else beside its children. */
export const PlainForm = ({ action, children }: PlainFormProps): JSX.Element => {
  const { formToken } = useFrame()
  const href = useHref()
  return (
    <form method="post" action={href(action)} class="inline-form">
      {formToken === undefined ? null : <input type="hidden" name={formFields.token} value={formToken} />}
      {children}
    </form>
  )
}
