import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { TextField } from '../forms/fields'
import { useForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'

interface ContactPointsProps {
  /** The member of the contact details: fields are called `phones-0` and so on. */
  readonly list: 'phones' | 'emails'
  /** The member that names the one that gets notices. */
  readonly chosen: 'mobileForNotices' | 'emailForNotices'
  /** Where the contact details stand in the body of the route; '' when they are the body. */
  readonly pointer: string
  readonly type: 'tel' | 'email'
  readonly legend: TextInBothLanguages
  readonly hint: TextInBothLanguages
  readonly label: TextInBothLanguages
  readonly getsNotices: TextInBothLanguages
  readonly noNotices: TextInBothLanguages
  readonly values: ReadonlyArray<string>
  readonly forNotices: string | null
  readonly atMost: number
  /** Whether nobody has chosen yet: the first that is written gets notices, unless somebody chooses otherwise. */
  readonly isNew: boolean
}

const chosenIsEmpty = {
  da: 'Det felt, du har valgt til beskeder, er tomt. Udfyld det, eller vælg et andet.',
  en: 'The field that you chose for notices is empty. Fill it in, or choose another one.',
}

/** How many empty lines a list has, to add to it. */
const emptyLines = 2

/**
 * What stands in the lines: what was sent, without the lines that were left empty; else what is known. A line that was chosen
 * for notices and left empty is the first empty one.
 */
const linesOf = (
  { list, chosen, values, forNotices, isNew }: ContactPointsProps,
  sent: Readonly<Record<string, string>> | undefined,
) => {
  const chosenAtFirst = isNew ? 0 : -1
  if (sent === undefined)
    return { lines: values, chosenLine: forNotices === null ? chosenAtFirst : values.indexOf(forNotices) }
  const filled = Object.entries(sent).filter(([name, value]) => name.startsWith(`${list}-`) && value.trim() !== '')
  const names = filled.map(([name]) => name)
  const choice = sent[chosen] ?? ''
  const emptyLine = choice === '' ? -1 : filled.length
  return {
    lines: filled.map(([, value]) => value),
    chosenLine: names.includes(choice) ? names.indexOf(choice) : emptyLine,
  }
}

/** Whether the line that was chosen for notices was sent empty. */
const isChosenLineEmpty = ({ chosen }: Pick<ContactPointsProps, 'chosen'>, sent: Readonly<Record<string, string>>) => {
  const choice = sent[chosen] ?? ''
  return choice !== '' && (sent[choice] ?? '').trim() === ''
}

/** The label of a line of a list. */
export const numbered = ({ da, en }: TextInBothLanguages, number: number): TextInBothLanguages => ({
  da: `${da} ${String(number)}`,
  en: `${en} ${String(number)}`,
})

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly label: TextInBothLanguages
  readonly about?: TextInBothLanguages
  readonly isChosen: boolean
}

const Choice = ({ name, value, label, about, isChosen }: ChoiceProps): JSX.Element => {
  const id = `${useForm().id}-${name}-${value === '' ? 'none' : value}`
  return (
    <div class="form-group-radio">
      <input type="radio" class="form-radio" id={id} name={name} value={value} checked={isChosen} />
      <label for={id}>
        <Text of={label} />
        {about === undefined ? null : (
          <span class="sr-only">
            : <Text of={about} />
          </span>
        )}
      </label>
    </div>
  )
}

/** Several phones or e-mail addresses, of which one gets notices, or none. */
export const ContactPointsFieldset = (props: ContactPointsProps): JSX.Element => {
  const { list, chosen, pointer, type, legend, hint, label, getsNotices, noNotices, atMost } = props
  const { refused } = useForm()
  const { lines, chosenLine } = linesOf(props, refused?.fields)
  const shown = [...lines, ...Array<string>(emptyLines).fill('')].slice(0, atMost)
  const isChoiceWrong =
    refused?.problem.textByPointer[`${pointer}/${chosen}`] !== undefined && isChosenLineEmpty(props, refused.fields)
  return (
    <fieldset>
      <legend class="form-label">
        <Text of={legend} />
      </legend>
      <p class="form-hint">
        <Text of={hint} />
      </p>
      {isChoiceWrong ? (
        <p class="form-error-message">
          <Text of={chosenIsEmpty} />
        </p>
      ) : null}
      {shown.map((value, line) => {
        const [name, lineLabel] = [`${list}-${String(line)}`, numbered(label, line + 1)]
        return (
          <>
            <TextField
              name={name}
              label={lineLabel}
              type={type}
              value={value}
              pointer={`${pointer}/${list}/${String(line)}`}
              isAsGiven
            />
            <Choice name={chosen} value={name} label={getsNotices} about={lineLabel} isChosen={line === chosenLine} />
          </>
        )
      })}
      <Choice name={chosen} value="" label={noNotices} isChosen={chosenLine < 0} />
    </fieldset>
  )
}
