import { variablesOfServing, type ServingVariables } from './variables-of-serving'

const nameWidth = 26
const textWidth = 92

/** The words of a text in lines of a width, in characters. */
const wrapText = (text: string): ReadonlyArray<string> =>
  text.split(' ').reduce<ReadonlyArray<string>>((lines, word) => {
    const last = lines.at(-1)
    return last === undefined || last.length + 1 + word.length > textWidth
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} ${word}`]
  }, [])

const linesOf = ({ names, means }: ServingVariables): ReadonlyArray<string> => {
  const name = names.join(', ')
  const [first = '', ...others] = wrapText(means)
  const isNarrow = name.length < nameWidth - 1
  const text = [...(isNarrow ? others : [first, ...others])].map((line) => `${' '.repeat(nameWidth)}${line}`)
  return [isNarrow ? `${name.padEnd(nameWidth)}${first}` : name, ...text]
}

/** The list of variables in the help of `serve`. */
export const servingVariablesHelp: string = [
  '',
  'Variables of the environment:',
  ...variablesOfServing.flatMap(linesOf).map((line) => `  ${line}`),
].join('\n')
