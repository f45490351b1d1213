import type { ScopeId } from '../../../../domain/values/ids'
import type { DeclaredDatabase, DeclaredStores } from '../../../../retention/derived-stores/derived-store'
import {
  describeErasureOfStore,
  personalColumnsOf,
  describePurgeColumns,
} from '../../../../retention/derived-stores/describe-derived-store'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import { commandOnLibrary } from '../command-on-library'
import { exitCode } from '../exit-code'

const tableLines = ({ name, tables }: DeclaredDatabase): ReadonlyArray<string> => [
  '',
  name,
  ...tables.flatMap((table) => [
    `  ${table.name}: ${describeErasureOfStore(table.erasure)}`,
    ...(table.erasure._tag === 'NamesNobody' ? [] : [`    holds ${personalColumnsOf(table).join(', ')}`]),
    ...(table.erasure._tag === 'Purged'
      ? [`    a row is purged with ${describePurgeColumns(table).join(', ').replaceAll(/[*`]/g, '')}`]
      : []),
  ]),
]

const registryLines = ({ databases, files, memory }: DeclaredStores): ReadonlyArray<string> => [
  'What holds events, or what is derived from them, and how each is erased.',
  ...databases.flatMap(tableLines),
  '',
  'Files',
  ...files.map(({ name, holds, erasure }) => `  ${name}: ${holds}; ${describeErasureOfStore(erasure)}`),
  '',
  'Memory of the process',
  ...memory.map(({ name, holds, erasure }) => `  ${name}: ${holds}; ${describeErasureOfStore(erasure)}`),
]

/**
 * Lists every table, file, cache and queue, with what is personal in it and how it is erased. With a scope, lists the
 * stores that hold something of it now.
 */
export const auditStoresCommand = ({ json }: CommandLineOptions, scope: ScopeId | undefined): CliCommand =>
  commandOnLibrary((library, output) => {
    const { all, holding } = library.derivedStores
    if (scope === undefined) {
      if (json) output.writeLine(JSON.stringify(all))
      else registryLines(all).forEach(output.writeLine)
      return Promise.resolve(exitCode.done)
    }
    const found = holding([scope])
    if (json) output.writeLine(JSON.stringify({ scope, holding: found }))
    else output.writeLine(found.length === 0 ? 'No store holds anything of this scope.' : found.join('\n'))
    return Promise.resolve(exitCode.done)
  })
