import { listKindsOfData } from './kinds-of-data'
import type { KindOfData, TextInBothLanguages } from './kind-of-data'

const inBoth = ({ da, en }: TextInBothLanguages): string => `${da} / ${en}`

const fieldsText = ({ fields }: KindOfData): string =>
  fields
    .map(({ class: name, members }) => `*${name}*: ${members.map((member) => `\`${member}\``).join(', ')}`)
    .join('; ')

const peopleText = (people: KindOfData['seenBy']): string => (people.length === 0 ? 'nobody' : people.join(', '))

const tableRow = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

/** The promises table as Markdown: a row for each kind of data, in Danish and English. */
export const promisesMarkdown = (): string =>
  [
    tableRow(['Kind of data', 'Why', 'Legal basis', 'Until when', 'Fields by deletion class', 'Seen by', 'Changed by']),
    tableRow(Array.from({ length: 7 }, () => '---')),
    ...listKindsOfData().map(([, kind]) =>
      tableRow([
        inBoth(kind.name),
        inBoth(kind.purpose),
        inBoth(kind.legalBasis),
        inBoth(kind.end),
        fieldsText(kind),
        peopleText(kind.seenBy),
        peopleText(kind.changedBy),
      ]),
    ),
  ].join('\n')
