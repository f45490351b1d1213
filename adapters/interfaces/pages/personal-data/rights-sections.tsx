import type { JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { ShownObstacle } from '../../../../domain/policy/borrower-obligations'
import { AmountText } from '../formatting/amount-text'
import type { DataOfKind, PersonalData } from './personal-data'
import type { PersonalDataTexts } from './personal-data-texts'

interface RightsSectionsProps {
  readonly data: PersonalData
  /** The address of the export. */
  readonly exportPath: string
  readonly language: MessageLanguage
  readonly text: PersonalDataTexts
}

const namesOf = (kinds: ReadonlyArray<DataOfKind>, language: MessageLanguage): string =>
  kinds.map(({ promise }) => promise.name[language]).join(', ')

const isChangedByBorrower = ({ promise }: DataOfKind): boolean => promise.changedBy.includes('borrower')

const CorrectSection = ({ data, language, text }: RightsSectionsProps): JSX.Element => {
  const byStaffAlone = data.kinds.filter(
    (row) => row.status !== 'withheld' && row.promise.changedBy.includes('staff') && !isChangedByBorrower(row),
  )
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">{text('correct')}</h2>
      <dl>
        <dt>{text('correctSelf')}</dt>
        <dd>{namesOf(data.kinds.filter(isChangedByBorrower), language)}</dd>
        <dt>{text('correctStaff')}</dt>
        <dd>{namesOf(byStaffAlone, language)}</dd>
      </dl>
      <p>{text('corrected')}</p>
    </section>
  )
}

const ObstacleText = ({ obstacle, text }: { readonly obstacle: ShownObstacle; readonly text: PersonalDataTexts }) =>
  obstacle._tag === 'Owed' ? (
    <>
      <AmountText amount={obstacle.ore} /> {text('Owed')}
    </>
  ) : (
    <>
      {obstacle.count} {text(obstacle._tag)}
    </>
  )

const ErasureSection = ({ data: { obstacles }, text }: RightsSectionsProps): JSX.Element => (
  <section aria-labelledby="erase">
    <h2 id="erase">{text('erase')}</h2>
    {obstacles.length === 0 ? (
      <p>{text('eraseNow')}</p>
    ) : (
      <>
        <p>{text('eraseLater')}</p>
        <ul>
          {obstacles.map((obstacle) => (
            <li>
              <ObstacleText obstacle={obstacle} text={text} />
            </li>
          ))}
        </ul>
      </>
    )}
    <p>{text('eraseHold')}</p>
  </section>
)

/** What the borrower may do: download all, correct, be forgotten. */
export const RightsSections = (props: RightsSectionsProps): JSX.Element => (
  <>
    <section aria-labelledby="download">
      <h2 id="download">{props.text('download')}</h2>
      <p>
        <a href={props.exportPath}>{props.text('download')}</a>
      </p>
      <p>{props.text('downloadText')}</p>
    </section>
    <CorrectSection {...props} />
    <ErasureSection {...props} />
  </>
)
