import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { Text } from '../layout/page-frame'
import { useRefusedForm } from './page-form'

interface FormsOnDemandProps {
  readonly summary: TextInBothLanguages
  /** What the forms are about, for those who hear the summary without what stands beside it. */
  readonly about?: string
  /** The names of the forms within. */
  readonly forms: ReadonlyArray<string>
  /** That of the forms within. */
  readonly of?: string
  readonly children: ComponentChildren
}

/** Forms that a person opens when they need them. They stand open when one of them was refused: it says why. */
export const FormsOnDemand = ({ summary, about, forms, of, children }: FormsOnDemandProps): JSX.Element => {
  const refusedForm = useRefusedForm()
  return (
    <details open={forms.some((name) => refusedForm(name, of) !== undefined)}>
      <summary>
        <Text of={summary} />
        {about === undefined ? null : <span class="sr-only"> {about}</span>}
      </summary>
      {children}
    </details>
  )
}
