import type { JSX } from 'preact'
import { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import { Text, useHref } from '../layout/page-frame'
import { auditTexts as texts } from './audit-texts'
import { certificatePath } from './certificate-paths'
import { classText } from './class-texts'
import { stateText } from './replay-words'
import type { ShownValue } from './shown-replay'

const amounts: ReadonlySet<string> = new Set(['price', 'amount'])

const PlainText = ({ name, value }: { readonly name: string; readonly value: unknown }): JSX.Element => {
  if (value === null) return <Text of={texts.none} />
  if (typeof value === 'boolean') return <Text of={value ? texts.yes : texts.no} />
  if (Day.is(value)) return <DayText day={value} />
  if (typeof value === 'number') return amounts.has(name) ? <AmountText amount={value as Ore} /> : <>{String(value)}</>
  if (typeof value !== 'string') return <>{JSON.stringify(value)}</>
  return name === 'state' ? <Text of={stateText(value)} /> : <>{value}</>
}

/** A deletion class in words. */
export const ClassText = ({ name }: { readonly name: string }): JSX.Element => <Text of={classText(name)} />

const Erased = ({ certificate }: { readonly certificate: string | null }): JSX.Element => {
  const href = useHref()
  if (certificate === null) return <Text of={texts.withoutCertificate} />
  return (
    <>
      <Text of={texts.erased} />
      {', '}
      <a href={href(certificatePath(certificate))}>
        <Text of={texts.certificate} /> {certificate}
      </a>
    </>
  )
}

interface ReplayedValueProps {
  /** The name of the fact; the amounts among them are in øre. */
  readonly name: string
  /** Null: the fact was not there. */
  readonly value: ShownValue | null
}

/** A value of a replay in one or two words: its certificate and its reason stand elsewhere. */
export const ShortValueText = ({ name, value }: ReplayedValueProps): JSX.Element =>
  value === null || value.status === 'plain' ? (
    <ReplayedValueText name={name} value={value} />
  ) : (
    <Text of={texts[value.status]} />
  )

/** A value of a replay, or why it is not shown. */
export const ReplayedValueText = ({ name, value }: ReplayedValueProps): JSX.Element => {
  if (value === null) return <Text of={texts.nothing} />
  switch (value.status) {
    case 'plain':
      return <PlainText name={name} value={value.value} />
    case 'erased':
      return <Erased certificate={value.certificate ?? null} />
    case 'withheld':
      return (
        <>
          <Text of={texts.withheld} /> (<ClassText name={value.class ?? ''} />)
        </>
      )
    case 'unavailable':
    case 'damaged':
      return (
        <>
          <Text of={texts[value.status]} />: <span lang="en">{value.reason}</span>
        </>
      )
  }
}
