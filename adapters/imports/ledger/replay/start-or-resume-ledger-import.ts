import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { ImportId } from '../../../../domain/values/ids'
import { refusalOfUnknownBranch } from '../../../../domain/policy/branch-is-unknown'
import { findImportByFingerprint } from '../../../../projections/calendar/calendar-queries'
import { importsTable, type ImportsTableRow } from '../../../../projections/calendar/calendar-tables'
import type { LedgerImportError } from '../ledger-import-error'
import { indexLedgerBorrowersByLoanMonth } from '../planning/index-ledger-borrowers-by-loan-month'
import { makeReplayPlan } from '../planning/make-replay-plan'
import type { ReplayPlan } from '../planning/replay-plan'
import type { Ledger } from '../reading/read-ledger'
import type { LedgerReplayOptions } from '../ledger-replay-options'
import { toImportInterrupted } from './to-import-interrupted'
import { startImport } from './start-and-finish-ledger-import'
import type { RunningImport } from './running-import'
import { newImportCounters } from './import-counters'
import {
  isAnyLedgerBorrowerStillRegistered,
  lastDayImportWaitsForInactiveBorrowers,
} from './remaining-ledger-borrowers'

/** The state of an import at its start. */
type ImportBeginning =
  | { readonly _tag: 'ImportedAlready'; readonly earlierImport: ImportsTableRow }
  | { readonly _tag: 'Begun'; readonly running: RunningImport; readonly resumed: boolean }

const countNumbersTaken = (otherImports: ReadonlyArray<ImportsTableRow>): number =>
  otherImports.reduce((total, { rows }) => total + rows, 0)

const checkNewImport = (
  library: RunningLibrary,
  plan: ReplayPlan,
  otherImports: ReadonlyArray<ImportsTableRow>,
): E.Either<LedgerImportError, void> => {
  const today = library.useCaseDependencies.commandHandling.clock.today()
  if (otherImports.some(({ finishedOn }) => finishedOn === null)) return E.left({ _tag: 'AnotherImportIsUnfinished' })
  return today > plan.first ? E.left({ _tag: 'LedgerIsOlderThanClock', first: plan.first, today }) : E.right(undefined)
}

const checkClockAndPolicy = (
  library: RunningLibrary,
  { handling, branch }: LedgerReplayOptions,
): E.Either<LedgerImportError, void> => {
  if (library.clock.kind === 'real') return E.left({ _tag: 'ClockIsReal' })
  const today = library.useCaseDependencies.commandHandling.clock.today()
  const policy = library.useCaseDependencies.policy(today)
  const { handlingFee } = policy.fees
  if (handling !== undefined && handling !== handlingFee)
    return E.left({ _tag: 'HandlingDiffers', requested: handling, library: handlingFee })
  const refusal = refusalOfUnknownBranch(policy, today)(branch)
  return refusal === undefined ? E.right(undefined) : E.left({ ...refusal, branch })
}

/** An import is complete when its last row is replayed and no borrower of its time remains, or the wait for them is over. */
const isComplete = (library: RunningLibrary, { finishedOn }: ImportsTableRow): boolean =>
  finishedOn !== null &&
  (!isAnyLedgerBorrowerStillRegistered(finishedOn)(library.rows) ||
    library.useCaseDependencies.commandHandling.clock.today() > lastDayImportWaitsForInactiveBorrowers(finishedOn))

const startOrResume =
  (library: RunningLibrary, ledger: Ledger, options: LedgerReplayOptions) =>
  (earlierImport: ImportsTableRow | undefined): TE.TaskEither<LedgerImportError, ImportBeginning> => {
    if (earlierImport !== undefined && isComplete(library, earlierImport))
      return TE.right({ _tag: 'ImportedAlready', earlierImport })
    const otherImports = library.rows.find(importsTable, {}).filter((other) => other.import !== earlierImport?.import)
    const plan = makeReplayPlan(countNumbersTaken(otherImports))(ledger.loans)
    if (plan === undefined) return TE.left({ _tag: 'NothingToImport' })
    const today = library.useCaseDependencies.commandHandling.clock.today()
    const scope: TE.TaskEither<LedgerImportError, ImportId> =
      earlierImport === undefined
        ? pipe(
            TE.fromEither(checkNewImport(library, plan, otherImports)),
            TE.chain(() => startImport(library, ledger, today)),
          )
        : TE.right(earlierImport.import)
    return pipe(
      scope,
      TE.map((id) => ({
        _tag: 'Begun',
        resumed: earlierImport !== undefined,
        running: {
          library,
          scope: id,
          ledger,
          plan,
          months: indexLedgerBorrowersByLoanMonth(ledger.loans),
          options,
          borrowers: new Map(),
          counters: newImportCounters(today),
          loansBefore: ledger.loans.filter(({ lentOn }) => lentOn < today).length,
          allRowsReplayed: earlierImport !== undefined && earlierImport.finishedOn !== null,
        },
      })),
    )
  }

/**
 * Starts an import, resumes an interrupted one, or recognises a complete one, by the fingerprint of the file. A day that
 * an interrupted import left open is closed first.
 */
export const startOrResumeLedgerImport = (
  library: RunningLibrary,
  ledger: Ledger,
  options: LedgerReplayOptions,
): TE.TaskEither<LedgerImportError, ImportBeginning> =>
  pipe(
    TE.fromEither(checkClockAndPolicy(library, options)),
    TE.chainW(() => library.catchUpReadModels),
    TE.mapLeft((error): LedgerImportError =>
      error._tag === 'ClockIsReal' || error._tag === 'HandlingDiffers' || error._tag === 'BranchIsUnknown'
        ? error
        : toImportInterrupted(
            'start',
            library.useCaseDependencies.commandHandling.clock.today(),
          )(error as { readonly _tag: string }),
    ),
    TE.map(() => findImportByFingerprint(ledger.fingerprint)(library.rows)),
    TE.chainFirst((earlierImport) =>
      earlierImport === undefined ? TE.right(undefined) : TE.fromTask(() => library.retention.run()),
    ),
    TE.chain(startOrResume(library, ledger, options)),
  )
