import type { JSX } from 'preact'
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

const PromiseList = ({ promise, language, text }: PromiseListProps): JSX.Element => (
  <dl class="promise">
    <dt>{text('purpose')}</dt>
    <dd>{promise.purpose[language]}</dd>
    <dt>{text('until')}</dt>
    <dd>{promise.end[language]}</dd>
    <dt>{text('legalBasis')}</dt>
    <dd>{promise.legalBasis[language]}</dd>
    <dt>{text('seenBy')}</dt>
    <dd>{peopleText(text, promise.seenBy)}</dd>
    <dt>{text('changedBy')}</dt>
    <dd>{peopleText(text, promise.changedBy)}</dd>
  </dl>
)

interface KindSectionProps {
  readonly row: DataOfKind
  readonly context: ValueContext
  readonly text: PersonalDataTexts
}

const isSeenByNobody = ({ promise }: DataOfKind): boolean => promise.seenBy.length === 0

/** Why a row shows no values. */
const emptyText = (row: DataOfKind): PersonalDataText => {
  if (row.status !== 'withheld') return 'nothing'
  return isSeenByNobody(row) ? 'seenByNobody' : 'withheld'
}

/** A kind of data: what is held, and what is promised of it. */
export const KindSection = ({ row, context, text }: KindSectionProps): JSX.Element => {
  const { kind, promise, data } = row
  return (
    <section aria-labelledby={kind}>
      <h3 id={kind}>{promise.name[context.language]}</h3>
      {data === null ? <p>{text(emptyText(row))}</p> : <HeldValues kind={kind} data={data} context={context} />}
      <PromiseList promise={promise} language={context.language} text={text} />
    </section>
  )
}
