import { readFile } from 'node:fs/promises'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { System } from '../../processes/running/system'
import type { Day } from '../../../domain/values/day'
import { BranchId } from '../../../domain/values/ids'
import { firstDayOf, monthOf } from '../../../domain/values/month'
import type { Ore } from '../../../domain/values/ore'
import type { MachineClock } from '../../../domain/ports/clocks'
import { errorInWords } from './error-in-words'
import { importLoans, type Imported } from './import-loans'
import { decodeMapping, type MappingGiven, type MappingIsIncomplete } from './reading/mapping'
import { readLedger, type Ledger } from './reading/read-ledger'
import { isTooLong, spanOf, type Span } from './reading/span'
import { writeRejects } from './reading/write-rejects'
import { defaultOptions, type ImportOptions } from './request'
import { told, type Told } from './telling/told'

/** A ledger as it is asked for by somebody; what is not said has the default. Paths are absolute. */
export interface LedgerAsked {
  readonly file: string
  readonly mappingFile?: string
  readonly mapping: MappingGiven
  readonly feesPaidAfterDays?: number
  readonly billsPaidAfterDays?: number
  readonly price?: Ore
  readonly handling?: Ore
  readonly branch?: string
  readonly rejects: string
}

interface Problem {
  readonly kind: 'usage' | 'refused' | 'unavailable'
  readonly words: string
}

type Progress = (progress: { readonly what: string; readonly done: number; readonly total: number }) => void

const usage = (words: string): Problem => ({ kind: 'usage', words })

const isMapping = (value: unknown): value is MappingGiven => typeof value === 'object' && value !== null

const fromFile = (file: string | undefined): TE.TaskEither<Problem, MappingGiven> =>
  file === undefined
    ? TE.right({})
    : pipe(
        TE.tryCatch(
          async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')),
          () => usage(`The mapping file ${file} cannot be read, or is not JSON.`),
        ),
        TE.filterOrElse(isMapping, () => usage(`The mapping file ${file} is not a JSON object.`)),
      )

const optionsOf = ({ branch, ...asked }: LedgerAsked): E.Either<Problem, ImportOptions> => {
  const { feesPaidAfterDays, billsPaidAfterDays, price, handling } = asked
  const options = {
    ...defaultOptions,
    feesPaidAfterDays: feesPaidAfterDays ?? defaultOptions.feesPaidAfterDays,
    billsPaidAfterDays: billsPaidAfterDays ?? defaultOptions.billsPaidAfterDays,
    price: price ?? defaultOptions.price,
    handling: handling ?? defaultOptions.handling,
  }
  if (branch === undefined) return E.right(options)
  return BranchId.is(branch)
    ? E.right({ ...options, branch })
    : E.left(usage('The branch is named by its ISIL, such as DK-785100.'))
}

const read = (asked: LedgerAsked, today: Day): TE.TaskEither<Problem, Ledger> =>
  pipe(
    fromFile(asked.mappingFile),
    TE.map((given) => ({ ...given, ...asked.mapping })),
    TE.chainW((given) => TE.fromEither(decodeMapping(given))),
    TE.chainW((mapping) => readLedger({ mapping, today })(asked.file)),
    TE.mapLeft((error) =>
      'kind' in error ? error : usage(errorInWords(error satisfies { _tag: string } | MappingIsIncomplete)),
    ),
  )

const unavailable: ReadonlySet<string> = new Set(['StoreUnavailable', 'Unavailable', 'Corrupt', 'Undecodable'])

const spanned = ({ loans }: Ledger): E.Either<Problem, Span> => {
  const span = spanOf(loans)
  if (span === undefined) return E.left(usage(errorInWords({ _tag: 'NothingToImport' })))
  return isTooLong(span) ? E.left(usage(errorInWords({ _tag: 'LedgerIsTooLong', ...span }))) : E.right(span)
}

/** A ledger that was read, and can be imported into a library with a simulated clock. */
export interface LedgerRead {
  /** The day on which a new library's clock must stand: the first of the ledger's first month. */
  readonly startOn: Day
  readonly handling: Ore
  readonly importInto: (system: System, progress: Progress) => Promise<E.Either<Problem, Told>>
}

const importing =
  (machine: MachineClock, asked: LedgerAsked, ledger: Ledger, options: ImportOptions): LedgerRead['importInto'] =>
  async (system, progress) => {
    const imported: E.Either<Problem, Imported> = await pipe(
      importLoans(system, machine)(ledger, options, {
        day: (day, done, total) => progress({ what: `Loans, ${day.slice(0, 4)}`, done, total }),
      }),
      TE.mapLeft((error): Problem => ({
        kind: error._tag === 'BrokeOff' && unavailable.has(error.because) ? 'unavailable' : 'refused',
        words: errorInWords(error),
      })),
    )()
    if (E.isRight(imported) && imported.right._tag === 'Imported') await writeRejects(asked.rejects, ledger.rejects)
    return pipe(imported, E.map(told(asked.rejects)))
  }

/**
 * Reads a ledger, by a mapping from options and a file, for importing it. `today` is the machine's own day: rows of
 * later days are rejects.
 */
export const askForLedger =
  (machine: MachineClock, today: () => Day) =>
  (asked: LedgerAsked): Promise<E.Either<Problem, LedgerRead>> =>
    pipe(
      TE.fromEither(optionsOf(asked)),
      TE.bindTo('options'),
      TE.bind('ledger', () => read(asked, today())),
      TE.bind('span', ({ ledger }) => TE.fromEither(spanned(ledger))),
      TE.map(({ options, ledger, span }) => ({
        startOn: firstDayOf(monthOf(span.first)),
        handling: options.handling,
        importInto: importing(machine, asked, ledger, options),
      })),
    )()
