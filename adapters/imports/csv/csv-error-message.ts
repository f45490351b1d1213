import type { ColumnIsMissing, CsvError, FileIsMalformed } from './csv-error'
import { headingHints, headingsOtherThan, mappingHints } from './heading-hints'
import { lineErrorTexts } from './csv-line-error'

const quotedHeadings = (headings: ReadonlyArray<string>): string => headings.map((heading) => `"${heading}"`).join(', ')

const separators: ReadonlyArray<readonly [text: string, asWritten: string]> = [
  [',', "','"],
  [';', "';'"],
  ['\t', "$'\\t'"],
  ['|', "'|'"],
]

/** When the first line is read as one heading and holds another separator, the hint names that separator. */
const separatorHint = (found: ReadonlyArray<string>): string => {
  const used = found.length > 1 ? undefined : separators.find(([text]) => found[0]?.includes(text))
  return used === undefined ? '' : ` Does the file use another separator? Try --separator ${used[1]}.`
}

/** Which missing column a heading of the file most likely means. */
const misspeltHint = ({ columns, found, required }: ColumnIsMissing): string =>
  headingHints(columns)(headingsOtherThan(required)(found))

/**
 * Which heading of the file a missing column most likely means, when the user names the columns. The hint repeats a
 * heading only when another column is found: the first line is headings then, and not somebody's data.
 */
const mappingHint = ({ columns, found, required }: ColumnIsMissing): string =>
  mappingHints(columns, columns.length < required.length)(headingsOtherThan(required)(found))

/** The message names lines and repeats none of their content. */
const malformedMessage = ({ listed, more }: FileIsMalformed): string =>
  [
    'The file cannot be read with certainty, so nothing was imported:',
    ...listed.map(({ line, error }) => `  line ${String(line)} ${lineErrorTexts[error]}`),
    ...(more === 0 ? [] : [`  and ${String(more)} more`]),
  ].join('\n')

const messageWith =
  (hintOf: (error: ColumnIsMissing) => string) =>
  (error: CsvError): string => {
    switch (error._tag) {
      case 'ColumnIsMissing':
        // The message does not repeat the line: in a file without headings it holds a name of a borrower.
        return `The file has no column ${quotedHeadings(error.columns)}. Its first line, which must be the headings, has ${String(error.found.length)} ${error.found.length === 1 ? 'field' : 'fields'}.${separatorHint(error.found)}${hintOf(error)}`
      case 'ColumnIsRepeated':
        return `Several columns of the file have the heading ${quotedHeadings(error.columns)}. Rename all but one of them.`
      case 'FileIsUnreadable':
        return `The file ${error.file} cannot be read: ${error.reason}.`
      case 'FileIsMalformed':
        return malformedMessage(error)
    }
  }

/** Why a file with fixed headings was not read, and what to do. The message holds no content of the file. */
export const csvErrorMessage = messageWith(misspeltHint)

/** The same for a file whose columns the user names. The message holds no content of the file but its headings. */
export const mappedCsvErrorMessage = messageWith(mappingHint)
