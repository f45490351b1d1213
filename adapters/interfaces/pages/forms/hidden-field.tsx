import type { JSX } from 'preact'

/** A value that is sent with a form and that nobody changes. It is never what was sent before. */
export const HiddenField = ({ name, value }: { readonly name: string; readonly value: string }): JSX.Element => (
  <input type="hidden" name={name} value={value} />
)
