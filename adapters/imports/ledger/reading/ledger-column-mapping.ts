import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { nullable, exactRecord } from '../../../../domain/event/exact-record'

/** The format of days: `1923-05-01`, or `1/5/1923` or `01-05-1923` with the day before the month. */
export const LedgerDayFormat = t.keyof({ 'YYYY-MM-DD': null, 'D/M/YYYY': null, 'DD-MM-YYYY': null })
export type LedgerDayFormat = t.TypeOf<typeof LedgerDayFormat>

/** Columns by their headings. The first column that is not empty in a row is used. */
const Columns = t.readonlyArray(t.string)

const isSeparator = (u: unknown): u is string => typeof u === 'string' && /^[\t!#-/:-@[-`{-~]$/.test(u)

/** One ASCII character that is no letter, digit, blank or quotation mark; a tab is one. */
const Separator = new t.Type<string>(
  'Separator',
  isSeparator,
  (u, context) => (isSeparator(u) ? t.success(u) : t.failure(u, context)),
  t.identity,
)

/** Which column of a ledger holds what. */
export const LedgerColumnMapping = exactRecord('Mapping', {
  /** The columns that identify a borrower. */
  borrower: Columns,
  borrowerName: Columns,
  /** The columns that identify a title. */
  title: Columns,
  titleName: Columns,
  author: Columns,
  lentOn: t.string,
  returnedOn: t.string,
  days: LedgerDayFormat,
  /** The character between two columns; null for a comma. */
  separator: nullable(Separator),
})
export type LedgerColumnMapping = t.TypeOf<typeof LedgerColumnMapping>

/** The mapping lacks required members, or has unknown ones. */
export interface MappingIsIncomplete {
  readonly _tag: 'MappingIsIncomplete'
  readonly missing: ReadonlyArray<string>
}

/** A mapping from options or a file, before it is decoded. A single column need not be in a list. */
export type UndecodedMapping = Readonly<Record<string, unknown>>

const toList = (value: unknown): unknown => (typeof value === 'string' ? [value] : value)

/** Adds the defaults: the name of a title is its key, there is no author, and days are written `YYYY-MM-DD`. */
const withDefaults = (undecoded: UndecodedMapping): Readonly<Record<string, unknown>> => ({
  separator: null,
  days: 'YYYY-MM-DD',
  returnedOn: '',
  ...undecoded,
  borrower: toList(undecoded['borrower']),
  borrowerName: toList(undecoded['borrowerName'] ?? []),
  title: toList(undecoded['title']),
  titleName: toList(undecoded['titleName'] ?? undecoded['title']),
  author: toList(undecoded['author'] ?? []),
})

/** Decodes a mapping. The error names the members that are missing, malformed or unknown. */
export const decodeColumnMapping = (undecoded: UndecodedMapping): E.Either<MappingIsIncomplete, LedgerColumnMapping> =>
  pipe(
    LedgerColumnMapping.decode(withDefaults(undecoded)),
    E.mapLeft((errors) => ({
      _tag: 'MappingIsIncomplete',
      missing: [...new Set(errors.map(({ context }) => context[1]?.key ?? ''))].filter((name) => name !== ''),
    })),
  )

/** All columns of a mapping. */
export const columnsOfMapping = (mapping: LedgerColumnMapping): ReadonlyArray<string> =>
  [
    ...mapping.borrower,
    ...mapping.borrowerName,
    ...mapping.title,
    ...mapping.titleName,
    ...mapping.author,
    mapping.lentOn,
    mapping.returnedOn,
  ].filter((column) => column !== '')
