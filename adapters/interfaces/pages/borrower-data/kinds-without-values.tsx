import type { JSX } from 'preact'
import { useText } from '../layout/page-frame'
import type { DataOfKind } from '../personal-data/personal-data'
import { borrowerDataTexts as texts } from './borrower-data-texts'

interface KindsProps {
  readonly rows: ReadonlyArray<DataOfKind>
}

const KindList = ({ rows }: KindsProps): JSX.Element => {
  const text = useText()
  return (
    <dl class="value-list">
      {rows.map(({ kind, promise }) => (
        <>
          <dt id={kind}>{text(promise.name)}</dt>
          <dd>
            {text(promise.purpose)}.{' '}
            <span class="forgotten-on">{`${text(texts.forgotten)} ${text(promise.end)}.`}</span>
          </dd>
        </>
      ))}
    </dl>
  )
}

/** The kinds of which nothing is held, folded together. */
export const KindsWithNothing = ({ rows }: KindsProps): JSX.Element => {
  const text = useText()
  return (
    <section aria-labelledby="nothing">
      <h2 id="nothing">{text(texts.nothingHeld)}</h2>
      <p>{text(texts.nothingHeldText)}</p>
      <details>
        <summary>{rows.map(({ promise }) => text(promise.name)).join(', ')}</summary>
        <KindList rows={rows} />
      </details>
    </section>
  )
}

/** The kinds that are not shown to borrowers: what they are for, and until when. */
export const KindsWithheld = ({ rows }: KindsProps): JSX.Element => {
  const text = useText()
  return (
    <section aria-labelledby="withheld">
      <h2 id="withheld">{text(texts.withheld)}</h2>
      <p>{text(texts.withheldText)}</p>
      <KindList rows={rows} />
    </section>
  )
}
