import type { DeclaredTable, DeclaredStores } from './derived-store'
import { describeErasureOfStore as erasure, personalColumnsOf, describePurgeColumns } from './describe-derived-store'

const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`
const table = (headings: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => [
  row(headings),
  row(headings.map(() => '---')),
  ...rows.map(row),
]

const code = (names: ReadonlyArray<string>): string => names.map((name) => `\`${name}\``).join(', ') || 'none'

const tableRow = (database: string, declared: DeclaredTable): ReadonlyArray<string> => [
  `${database}: \`${declared.name}\``,
  code(personalColumnsOf(declared)),
  describePurgeColumns(declared).join(', ') || '-',
  erasure(declared.erasure),
]

/** The registry of derived stores as Markdown: tables with something personal, the names of the others, files, memory. */
export const derivedStoresMarkdown = ({ databases, files, memory }: DeclaredStores): string => {
  const tables = databases.flatMap(({ name, tables: all }) => all.map((declared) => [name, declared] as const))
  const personal = tables.filter(([, { erasure: of }]) => of._tag !== 'NamesNobody')
  const open = databases.map(({ name, tables: all }) => [
    name,
    code(all.filter(({ erasure: of }) => of._tag === 'NamesNobody').map((declared) => declared.name)),
  ])
  return [
    ...table(
      ['Table', 'Personal, sealed or key', 'A row is purged with', 'How it is erased'],
      personal.map(([name, declared]) => tableRow(name, declared)),
    ),
    '',
    ...table(['Database', 'Tables with open columns only'], open),
    '',
    ...table(
      ['File', 'Holds', 'How it is erased'],
      files.map(({ name, holds, erasure: of }) => [name, holds, erasure(of)]),
    ),
    '',
    ...table(
      ['In memory', 'Kind', 'Holds', 'How it is erased'],
      memory.map(({ name, kind, holds, erasure: of }) => [name, kind, holds, erasure(of)]),
    ),
  ].join('\n')
}
