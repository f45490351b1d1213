import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useText } from '../layout/page-frame'

/** A value with its name. A value that is undefined or null is left out. */
export interface NamedValue {
  readonly name: TextInBothLanguages
  readonly value: ComponentChildren
}

/** Values with their names, one below the other. */
export const ValueList = ({ values }: { readonly values: ReadonlyArray<NamedValue> }): JSX.Element => {
  const text = useText()
  return (
    <dl class="value-list">
      {values
        .filter(({ value }) => value !== undefined && value !== null)
        .map(({ name, value }) => (
          <>
            <dt>{text(name)}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  )
}
