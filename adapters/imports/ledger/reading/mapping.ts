import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { nullable, record } from '../../../../domain/event/record'

/** How days are written: `1923-05-01`, or `1/5/1923` or `01-05-1923` with day before month. */
export const DayForm = t.keyof({ 'YYYY-MM-DD': null, 'D/M/YYYY': null, 'DD-MM-YYYY': null })
export type DayForm = t.TypeOf<typeof DayForm>

/** Columns by their headings; the first of them that is not empty in a row counts. */
const Columns = t.readonlyArray(t.string)

/** Which columns of a ledger say what. */
export const Mapping = record('Mapping', {
  /** What tells one borrower from another. */
  borrower: Columns,
  borrowerName: Columns,
  /** What tells one title from another. */
  title: Columns,
  titleName: Columns,
  author: Columns,
  lentOn: t.string,
  returnedOn: t.string,
  days: DayForm,
  /** One character between two columns; null is a comma. */
  separator: nullable(t.string),
})
export type Mapping = t.TypeOf<typeof Mapping>

/** The mapping names no column for something that every loan has, or has members that no mapping has. */
export interface MappingIsIncomplete {
  readonly _tag: 'MappingIsIncomplete'
  readonly missing: ReadonlyArray<string>
}

/** What may be said of a mapping, by options or in a file. One column may stand without a list. */
export type MappingGiven = Readonly<Record<string, unknown>>

const listed = (value: unknown): unknown => (typeof value === 'string' ? [value] : value)

/** What is not said: names are taken from what tells apart, there is no author, and days are written `YYYY-MM-DD`. */
const completed = (given: MappingGiven): Readonly<Record<string, unknown>> => ({
  separator: null,
  days: 'YYYY-MM-DD',
  returnedOn: '',
  ...given,
  borrower: listed(given['borrower']),
  borrowerName: listed(given['borrowerName'] ?? []),
  title: listed(given['title']),
  titleName: listed(given['titleName'] ?? given['title']),
  author: listed(given['author'] ?? []),
})

/** Decodes a mapping, or says which of its members are missing or not what they should be. */
export const decodeMapping = (given: MappingGiven): E.Either<MappingIsIncomplete, Mapping> =>
  pipe(
    Mapping.decode(completed(given)),
    E.mapLeft((errors) => ({
      _tag: 'MappingIsIncomplete',
      missing: [...new Set(errors.map(({ context }) => context[1]?.key ?? ''))].filter((name) => name !== ''),
    })),
  )

/** Every column that a mapping names. */
export const columnsOf = (mapping: Mapping): ReadonlyArray<string> =>
  [
    ...mapping.borrower,
    ...mapping.borrowerName,
    ...mapping.title,
    ...mapping.titleName,
    ...mapping.author,
    mapping.lentOn,
    mapping.returnedOn,
  ].filter((column) => column !== '')
