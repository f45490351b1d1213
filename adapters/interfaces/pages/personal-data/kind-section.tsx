import { h, type JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { KindOfData, PersonWithAccess } from '../../../../retention/promises/kind-of-data'
import { HeldValues } from './held-values'
import type { DataOfKind } from './personal-data'
import type { PersonalDataText, PersonalDataTexts } from './personal-data-texts'
import type { ValueContext } from './value-view'

const peopleText = (text: PersonalDataTexts, people: ReadonlyArray<PersonWithAccess>): string =>
  people.length === 0 ? text('nobody') : people.map((person) => text(person)).join(', ')

interface PromiseListProps {
  readonly promise: KindOfData
  readonly language: MessageLanguage
  readonly text: PersonalDataTexts
}

/** What is promised of a kind of data: why, until when, on what legal basis, who sees and changes it. */
export const PromiseList = ({ promise, language, text }: PromiseListProps): JSX.Element => {
  const entries: ReadonlyArray<readonly [PersonalDataText, string]> = [
    ['purpose', promise.purpose[language]],
    ['until', promise.end[language]],
    ['legalBasis', promise.legalBasis[language]],
    ['seenBy', peopleText(text, promise.seenBy)],
    ['changedBy', peopleText(text, promise.changedBy)],
  ]
  return (
    <dl class="promise">
      {entries.map(([name, value]) => (
        <div>
          <dt>{text(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface KindSectionProps {
  readonly row: DataOfKind
  readonly context: ValueContext
  readonly text: PersonalDataTexts
  /** The level of its heading. */
  readonly level?: 2 | 3
}

const isSeenByNobody = ({ promise }: DataOfKind): boolean => promise.seenBy.length === 0

/** Why a row shows no values. */
const emptyText = (row: DataOfKind): PersonalDataText => {
  if (row.status !== 'withheld') return 'nothing'
  return isSeenByNobody(row) ? 'seenByNobody' : 'withheld'
}

/** A kind of data: what is held, and what is promised of it. */
export const KindSection = ({ row, context, text, level = 3 }: KindSectionProps): JSX.Element => {
  const { kind, promise, data } = row
  return (
    <section aria-labelledby={kind}>
      {h(`h${String(level)}`, { id: kind }, promise.name[context.language])}
      {data === null ? <p>{text(emptyText(row))}</p> : <HeldValues kind={kind} data={data} context={context} />}
      <PromiseList promise={promise} language={context.language} text={text} />
    </section>
  )
}
