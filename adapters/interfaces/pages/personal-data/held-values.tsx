import type { JSX } from 'preact'
import { legalHoldTexts } from './legal-hold-texts'
import { memberText } from './member-texts'
import { textWithoutValue } from './text-without-value'
import { ValueView, type ValueContext } from './value-view'

interface HeldValuesProps {
  readonly kind: string
  readonly data: object
  readonly context: ValueContext
}

interface MemberProps {
  readonly kind: string
  readonly member: string
  readonly value: unknown
  readonly context: ValueContext
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** The lists of what a legal hold keeps: with what the borrower can do about it. */
const membersOfHolds: ReadonlySet<string> = new Set(['legalHolds', 'holds'])

/** The value of a member: a list of entries, several values beside each other, or one. */
const MemberValue = ({ kind, member, value, context }: MemberProps): JSX.Element => {
  if (!Array.isArray(value))
    return <ValueView kind={kind} member={member} value={value as string | number | boolean} context={context} />
  return (
    <>
      <ul>
        {value.map((entry: object | string) => (
          <li>
            {typeof entry === 'object' ? (
              <HeldValues kind={kind} data={entry} context={context} />
            ) : (
              <ValueView kind={kind} member={member} value={entry} context={context} />
            )}
          </li>
        ))}
      </ul>
      {membersOfHolds.has(member) ? <p>{legalHoldTexts.whatYouCanDo[context.language]}</p> : null}
    </>
  )
}

/** What a list names comes first: the title of a loan before its numbers and days. */
const withNameFirst = (data: object): ReadonlyArray<readonly [string, unknown]> =>
  Object.entries(data).sort(([one], [other]) => Number(other === 'name') - Number(one === 'name'))

/** How a value stands: lists and names have a row of their own, and the day on which it goes is marked. */
const classOf = (member: string, value: unknown): string | undefined => {
  if (Array.isArray(value)) return 'held-list'
  if (member === 'name') return 'held-name'
  return member === 'forgottenOn' ? 'held-until' : undefined
}

/** The values of a kind of data, each with its name. What is empty, and what is only for programs, is left out. */
export const HeldValues = ({ kind, data, context }: HeldValuesProps): JSX.Element => (
  <dl>
    {withNameFirst(data).flatMap(([member, value]) => {
      const label = memberText(kind, member)
      const inPlace = value === null ? textWithoutValue(member, data) : undefined
      if (label === undefined || isEmptyList(value) || (value === null && inPlace === undefined)) return []
      return [
        <div class={classOf(member, value)}>
          <dt>{label[context.language]}</dt>
          <dd>
            {inPlace === undefined ? (
              <MemberValue kind={kind} member={member} value={value} context={context} />
            ) : (
              inPlace[context.language]
            )}
          </dd>
        </div>,
      ]
    })}
  </dl>
)
