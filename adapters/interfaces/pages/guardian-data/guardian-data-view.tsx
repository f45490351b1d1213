import type { JSX } from 'preact'
import { borrowerDataStylesheetPath } from '../borrower-data/borrower-data-stylesheet'
import { MoreChildren } from '../children/more-children'
import { DayText } from '../formatting/day-text'
import { LinkTo } from '../layout/link-to'
import { Text, useHref, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { HeldValues } from '../personal-data/held-values'
import type { ValueContext } from '../personal-data/value-view'
import type { GuardianData, GuardianDataOfChild, GuardianDataOfKind } from './guardian-data'
import { guardianDataTexts as texts, headingsOfGuardianData } from './guardian-data-texts'

const PromiseOfKind = ({ promise }: Pick<GuardianDataOfKind, 'promise'>): JSX.Element => {
  const text = useText()
  return (
    <dl class="promise">
      {(['purpose', 'until', 'legalBasis'] as const).map((name) => (
        <div>
          <dt>{text(texts[name])}</dt>
          <dd>{text(promise[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

interface KindProps {
  readonly guardianship: string
  readonly row: GuardianDataOfKind
  readonly context: ValueContext
}

const Kind = ({ guardianship, row: { kind, promise, data }, context }: KindProps): JSX.Element => {
  const text = useText()
  const id = `${kind}-${guardianship}`
  return (
    <section class="data-kind" aria-labelledby={id}>
      <h3 id={id}>{text(headingsOfGuardianData[kind] ?? promise.name)}</h3>
      <div class="data-values">
        {data === null ? <p>{text(texts.nothing)}</p> : <HeldValues kind={kind} data={data} context={context} />}
      </div>
      <PromiseOfKind promise={promise} />
    </section>
  )
}

const Child = ({
  child: { guardianship, name, kinds },
  context,
}: Pick<GuardianData, 'context'> & { readonly child: GuardianDataOfChild }): JSX.Element => (
  <section aria-labelledby={guardianship}>
    <h2 id={guardianship}>
      <Text of={texts.ofChild} /> {name}
    </h2>
    {kinds.map((row) => (
      <Kind guardianship={guardianship} row={row} context={context} />
    ))}
  </section>
)

/** Everything that the library holds on the guardian who reads it (GDPR Articles 15 and 20). */
export const GuardianDataView = ({ madeOn, all, hasMore, context }: GuardianData): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <>
      <link rel="stylesheet" href={borrowerDataStylesheetPath} />
      <p class="data-lead">{text(texts.lead)}</p>
      <MoreChildren hasMore={hasMore} />
      <p>
        {text(texts.madeOn)} <DayText day={madeOn} />
      </p>
      <p class="data-actions">
        <a class="button button-primary" href={href('/mit/boern/data/hent')}>
          {text(texts.download)}
        </a>
        <PrintButton />
      </p>
      <ul class="nobullet-list">
        <li>
          <LinkTo path="/mit/boern" text={texts.correct} />
        </li>
        <li>
          <LinkTo path="/privatliv" text={texts.privacy} />
        </li>
      </ul>
      {all.length === 0 ? <p>{text(texts.none)}</p> : null}
      {all.map((child) => (
        <Child child={child} context={context} />
      ))}
    </>
  )
}
