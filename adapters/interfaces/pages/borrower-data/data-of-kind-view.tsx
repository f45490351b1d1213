import type { JSX } from 'preact'
import { HeldValues } from '../personal-data/held-values'
import { PromiseList } from '../personal-data/kind-section'
import type { DataOfKind } from '../personal-data/personal-data'
import { personalDataTextsIn } from '../personal-data/personal-data-texts'
import type { ValueContext } from '../personal-data/value-view'

interface DataOfKindViewProps {
  readonly row: DataOfKind
  readonly context: ValueContext
}

/** A kind of data: what is held, in full, and beside it why, on what legal basis, since when and until when. */
export const DataOfKindView = ({ row, context }: DataOfKindViewProps): JSX.Element => {
  const { kind, promise, data } = row
  const { language } = context
  return (
    <section class="data-kind" aria-labelledby={kind}>
      <h3 id={kind}>{promise.name[language]}</h3>
      <div class="data-values">{data === null ? null : <HeldValues kind={kind} data={data} context={context} />}</div>
      <PromiseList promise={promise} language={language} text={personalDataTextsIn(language, 'borrower')} />
    </section>
  )
}
