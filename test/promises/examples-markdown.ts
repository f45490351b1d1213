import type { KindOfData, TextInBothLanguages } from '../../retention/promises/kind-of-data'
import { listKindsOfData, type KindOfDataName } from '../../retention/promises/kinds-of-data'
import type { ExampleOfData } from './example-of-data'
import { fileOfPromiseTests, testOfChange, testOfPromise } from './test-names'

const tableRow = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

const promiseIn = ({ name, purpose, end }: KindOfData, language: keyof TextInBothLanguages): string =>
  `**${name[language]}**: ${purpose[language]}. ${language === 'da' ? 'Slettes' : 'Erased'} ${end[language]}`

const requestsText = (method: string, paths: ReadonlyArray<string>): string =>
  paths.map((path) => `\`${method} ${path}\``).join(', ')

const showingText = ({ shownAt, shownBy }: ExampleOfData, { seenBy }: KindOfData): string => {
  if (seenBy.length === 0) return 'none: nobody sees it'
  const requests = shownBy === undefined ? requestsText('GET', shownAt) : requestsText(shownBy.method, [shownBy.path])
  return `${requests}; by ${seenBy.join(', ')}`
}

const changingText = ({ change }: ExampleOfData, { changedBy }: KindOfData): string =>
  change === undefined ? 'none' : `${requestsText(change.method, [change.path])}; by ${changedBy.join(', ')}`

const guardText = ({ change }: ExampleOfData, kind: KindOfData): string =>
  [testOfPromise(kind), ...(change === undefined ? [] : [testOfChange(kind)])]
    .map((name) => `\`${fileOfPromiseTests}\`: “${name}”`)
    .join('<br>')

const goingText = ({ lastDay, goneOn }: ExampleOfData): string =>
  lastDay === undefined ? `at once, on ${goneOn}` : `${goneOn}; still there on ${lastDay}`

/** The examples as Markdown: a row for each row of the promises table. */
export const examplesMarkdown = (examples: Readonly<Record<KindOfDataName, ExampleOfData>>): string =>
  [
    tableRow(['Løfte', 'Promise', 'Shown by', 'Changed by', 'Test', 'The example is gone']),
    tableRow(Array.from({ length: 6 }, () => '---')),
    ...listKindsOfData().map(([name, kind]) => {
      const example = examples[name]
      return tableRow([
        promiseIn(kind, 'da'),
        promiseIn(kind, 'en'),
        showingText(example, kind),
        changingText(example, kind),
        guardText(example, kind),
        goingText(example),
      ])
    }),
  ].join('\n')
