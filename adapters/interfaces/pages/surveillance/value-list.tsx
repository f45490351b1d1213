import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useText } from '../layout/page-frame'

/** A value with its name; one without a value is left out. */
export type NamedValue = readonly [TextInBothLanguages, ComponentChildren]

/** A list of named values. */
export const ValueList = ({ values }: { readonly values: ReadonlyArray<NamedValue> }): JSX.Element => {
  const text = useText()
  return (
    <dl class="value-list">
      {values
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <>
            <dt>{text(name)}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  )
}
