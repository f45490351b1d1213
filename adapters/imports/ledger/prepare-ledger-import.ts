import { readFile } from 'node:fs/promises'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { Day } from '../../../domain/values/day'
import { BranchId } from '../../../domain/values/ids'
import { firstDayOfMonth, monthOf } from '../../../domain/values/month'
import type { Ore } from '../../../domain/values/ore'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import {
  checkRejectsOf,
  importUsageProblem,
  writeRejectsOf,
  writeRejectsOfInterrupted,
  type ImportProblem,
} from '../csv/rejects-of-import'
import type { ImportInterrupted, LedgerImportError } from './ledger-import-error'
import { ledgerImportErrorMessage, interruptedImportStepText } from './ledger-import-error-message'
import { importLoans } from './import-loans'
import { decodeColumnMapping, type UndecodedMapping, type MappingIsIncomplete } from './reading/ledger-column-mapping'
import { readLedger, type Ledger } from './reading/read-ledger'
import { isLedgerSpanTooLong, firstAndLastDayOfLedger, type LedgerSpan } from './reading/first-and-last-day-of-ledger'
import {
  defaultLedgerReplayOptions,
  type ImportProgressListener,
  type LedgerReplayOptions,
} from './ledger-replay-options'
import { toLedgerImportReport, type LedgerImportReport } from './report/ledger-import-report'

/** A request to import a ledger. What is not set has a default. Paths are absolute. */
interface LedgerImportRequest {
  readonly file: string
  readonly mappingFile?: string
  readonly mapping: UndecodedMapping
  readonly feesPaidAfterDays?: number
  readonly billsPaidAfterDays?: number
  readonly price?: Ore
  readonly handling?: Ore
  readonly branch?: string
  readonly rejects: string
}

/** Where an import reports how far it is, and says what its user should know. */
interface ImportOutput {
  readonly showProgress: (progress: { readonly what: string; readonly done: number; readonly total: number }) => void
  readonly writeNotice: (text: string) => void
}

const formatNumber = (n: number): string => n.toLocaleString('en-GB')

const resumedNotice = (day: Day, done: number, total: number): string =>
  `An earlier run of this import was interrupted. This run continues on ${day}: ${formatNumber(done)} of ${formatNumber(total)} loans are imported already.`

const troubleNotice = (error: ImportInterrupted, wait: number): string =>
  `The import waits, on ${error.on} (${interruptedImportStepText(error)}). It tries again in ${String(wait / 1000)} s.`

const progressTo = ({ showProgress, writeNotice }: ImportOutput): ImportProgressListener => {
  const showDay = (day: Day, done: number, total: number): void =>
    showProgress({ what: `Loans, ${day.slice(0, 4)}`, done, total })
  return {
    day: showDay,
    onTrouble: (error, wait) => {
      if (error._tag === 'ImportInterrupted') writeNotice(troubleNotice(error, wait))
    },
    resumed: (day, done, total) => {
      writeNotice(resumedNotice(day, done, total))
      showDay(day, done, total)
    },
  }
}

const isJsonObject = (value: unknown): value is UndecodedMapping => typeof value === 'object' && value !== null

const readMappingFile = (file: string | undefined): TE.TaskEither<ImportProblem, UndecodedMapping> =>
  file === undefined
    ? TE.right({})
    : pipe(
        TE.tryCatch(
          async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')),
          () => importUsageProblem(`The mapping file ${file} cannot be read, or is not JSON.`),
        ),
        TE.filterOrElse(isJsonObject, () => importUsageProblem(`The mapping file ${file} is not a JSON object.`)),
      )

const toReplayOptions = ({ branch, ...request }: LedgerImportRequest): E.Either<ImportProblem, LedgerReplayOptions> => {
  const { feesPaidAfterDays, billsPaidAfterDays, price, handling } = request
  const options = {
    ...defaultLedgerReplayOptions,
    feesPaidAfterDays: feesPaidAfterDays ?? defaultLedgerReplayOptions.feesPaidAfterDays,
    billsPaidAfterDays: billsPaidAfterDays ?? defaultLedgerReplayOptions.billsPaidAfterDays,
    price: price ?? defaultLedgerReplayOptions.price,
    handling,
  }
  if (branch === undefined) return E.right(options)
  return BranchId.is(branch)
    ? E.right({ ...options, branch })
    : E.left(importUsageProblem('The branch must be an ISIL, for example DK-785100.'))
}

const readRequestedLedger = (request: LedgerImportRequest, today: Day): TE.TaskEither<ImportProblem, Ledger> =>
  pipe(
    readMappingFile(request.mappingFile),
    TE.map((undecoded) => ({ ...undecoded, ...request.mapping })),
    TE.chainW((undecoded) => TE.fromEither(decodeColumnMapping(undecoded))),
    TE.chainW((mapping) => readLedger({ mapping, today })(request.file)),
    TE.mapLeft((error) =>
      'kind' in error
        ? error
        : importUsageProblem(ledgerImportErrorMessage(error satisfies { _tag: string } | MappingIsIncomplete)),
    ),
  )

const unavailableTags: ReadonlySet<string> = new Set(['StoreUnavailable', 'Unavailable', 'Corrupt', 'Undecodable'])

const checkLedgerSpan = ({ loans }: Ledger): E.Either<ImportProblem, LedgerSpan> => {
  const span = firstAndLastDayOfLedger(loans)
  if (span === undefined) return E.left(importUsageProblem(ledgerImportErrorMessage({ _tag: 'NothingToImport' })))
  return isLedgerSpanTooLong(span)
    ? E.left(importUsageProblem(ledgerImportErrorMessage({ _tag: 'LedgerIsTooLong', ...span })))
    : E.right(span)
}

/** A ledger that is read and ready to import into a library with a simulated clock. */
interface PreparedLedgerImport {
  /** The day that the clock of a new library must show: the first day of the first month of the ledger. */
  readonly startOn: Day
  readonly handling: Ore | undefined
  readonly importInto: (
    library: RunningLibrary,
    output: ImportOutput,
  ) => Promise<E.Either<ImportProblem, LedgerImportReport>>
}

const toImportProblem = (error: LedgerImportError): ImportProblem => ({
  kind: error._tag === 'ImportInterrupted' && unavailableTags.has(error.errorTag) ? 'unavailable' : 'refused',
  message: ledgerImportErrorMessage(error),
})

const createImportInto =
  (
    machine: MonotonicClock,
    request: LedgerImportRequest,
    ledger: Ledger,
    options: LedgerReplayOptions,
  ): PreparedLedgerImport['importInto'] =>
  (library, output) =>
    pipe(
      importLoans(library, machine)(ledger, options, progressTo(output)),
      TE.orElse((error) =>
        error._tag === 'ImportInterrupted'
          ? writeRejectsOfInterrupted(request, ledger.rejects)(toImportProblem(error))
          : TE.left(toImportProblem(error)),
      ),
      TE.chainFirst(() => writeRejectsOf(request)(ledger.rejects)),
      TE.map(toLedgerImportReport(request.rejects)),
    )()

/**
 * Reads a ledger, with a mapping from options and a file, and prepares its import. `today` is the day by the clock of
 * the machine; rows with later days are rejected.
 */
export const prepareLedgerImport =
  (machine: MonotonicClock, today: () => Day) =>
  (request: LedgerImportRequest): Promise<E.Either<ImportProblem, PreparedLedgerImport>> =>
    pipe(
      TE.fromEither(toReplayOptions(request)),
      TE.bindTo('options'),
      TE.bind('ledger', () => readRequestedLedger(request, today())),
      TE.chainFirst(() => checkRejectsOf(request)),
      TE.bind('span', ({ ledger }) => TE.fromEither(checkLedgerSpan(ledger))),
      TE.map(({ options, ledger, span }) => ({
        startOn: firstDayOfMonth(monthOf(span.first)),
        handling: options.handling,
        importInto: createImportInto(machine, request, ledger, options),
      })),
    )()
