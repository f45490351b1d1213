import type { JSX } from 'preact'

/** A text in which what stands between backticks is code. */
export const TextWithCode = ({ text }: { readonly text: string }): JSX.Element => (
  <>{text.split('`').map((part, n) => (n % 2 === 1 ? <code>{part}</code> : part))}</>
)
