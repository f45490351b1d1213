import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { kindsOfData, type KindOfDataName } from '../../../../retention/promises/kinds-of-data'
import { Text, useText } from '../layout/page-frame'

const forgotten = { da: 'Glemmes', en: 'Forgotten' }

interface DataSectionProps {
  /** The row of the promises table that the section shows. */
  readonly kind: KindOfDataName
  /** A heading other than the name of the row. */
  readonly heading?: TextInBothLanguages
  readonly children: ComponentChildren
}

/** When one kind of data is forgotten, as the library promises it. */
export const ForgottenByPromise = ({ kind }: Pick<DataSectionProps, 'kind'>): JSX.Element => (
  <p class="forgotten-on">
    <Text of={forgotten} /> <Text of={kindsOfData[kind].end} />.
  </p>
)

/** One kind of personal data, with the end that the library promises for it. */
export const DataSection = ({ kind, heading, children }: DataSectionProps): JSX.Element => {
  const text = useText()
  const { name } = kindsOfData[kind]
  return (
    <section class="data-section">
      <h2>{text(heading ?? name)}</h2>
      {children}
      <ForgottenByPromise kind={kind} />
    </section>
  )
}

/** A value with its title, in a list of values. */
export const Value = ({
  title,
  children,
}: {
  readonly title: TextInBothLanguages
  readonly children: ComponentChildren
}): JSX.Element => (
  <>
    <dt>
      <Text of={title} />
    </dt>
    <dd>{children}</dd>
  </>
)
