import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { System } from '../../../processes/running/system'
import type { ImportId } from '../../../../domain/values/ids'
import { importOf } from '../../../../projections/calendar/queries'
import { imports, type Import } from '../../../../projections/calendar/rows'
import type { ImportError } from '../import-error'
import { borrowingMonths } from '../planning/borrowing-months'
import { makePlan } from '../planning/make-plan'
import type { Plan } from '../planning/plan'
import type { Ledger } from '../reading/read-ledger'
import type { ImportOptions } from '../request'
import { brokeOff } from './broke-off'
import { startImport } from './import-stream'
import type { Running } from './running'
import { newTally } from './tally'
import { borrowersAreLeft, longestWait } from './whats-left'

/** How an import stands when it is asked for. */
export type Beginning =
  | { readonly _tag: 'ImportedAlready'; readonly before: Import }
  | { readonly _tag: 'Begun'; readonly running: Running; readonly resumed: boolean }

const numbersTaken = (others: ReadonlyArray<Import>): number => others.reduce((taken, { rows }) => taken + rows, 0)

const mayStart = (system: System, plan: Plan, others: ReadonlyArray<Import>): E.Either<ImportError, void> => {
  const today = system.library.desk.clock.today()
  if (others.some(({ finishedOn }) => finishedOn === null)) return E.left({ _tag: 'AnotherImportIsUnfinished' })
  return today > plan.first ? E.left({ _tag: 'LedgerIsOlderThanClock', first: plan.first, today }) : E.right(undefined)
}

const fits = (system: System, { handling }: ImportOptions): E.Either<ImportError, void> => {
  if (system.clock.kind === 'real') return E.left({ _tag: 'ClockIsReal' })
  const library = system.library.policy.fees.handling
  return handling === library ? E.right(undefined) : E.left({ _tag: 'HandlingDiffers', asked: handling, library })
}

/** An import is over when its last row is in, and nobody from its time is waited for any more. */
const isOver = (system: System, { finishedOn }: Import): boolean =>
  finishedOn !== null &&
  (!borrowersAreLeft(finishedOn)(system.rows) || system.library.desk.clock.today() > longestWait(finishedOn))

const beginWith =
  (system: System, ledger: Ledger, options: ImportOptions) =>
  (before: Import | undefined): TE.TaskEither<ImportError, Beginning> => {
    if (before !== undefined && isOver(system, before)) return TE.right({ _tag: 'ImportedAlready', before })
    const others = system.rows.find(imports, {}).filter((other) => other.import !== before?.import)
    const plan = makePlan(numbersTaken(others))(ledger.loans)
    if (plan === undefined) return TE.left({ _tag: 'NothingToImport' })
    const today = system.library.desk.clock.today()
    const scope: TE.TaskEither<ImportError, ImportId> =
      before === undefined
        ? pipe(
            TE.fromEither(mayStart(system, plan, others)),
            TE.chain(() => startImport(system, ledger, today)),
          )
        : TE.right(before.import)
    return pipe(
      scope,
      TE.map((id) => ({
        _tag: 'Begun',
        resumed: before !== undefined,
        running: {
          system,
          scope: id,
          ledger,
          plan,
          months: borrowingMonths(ledger.loans),
          options,
          borrowers: new Map(),
          tally: newTally(today),
          rowsAreIn: before !== undefined && before.finishedOn !== null,
        },
      })),
    )
  }

/**
 * Begins an import, goes on with one that was broken off, or recognises one that is over: by the fingerprint of the
 * file. A day that was not closed when an import broke off is closed first.
 */
export const begin = (system: System, ledger: Ledger, options: ImportOptions): TE.TaskEither<ImportError, Beginning> =>
  pipe(
    TE.fromEither(fits(system, options)),
    TE.chainW(() => system.reach),
    TE.mapLeft((error): ImportError =>
      error._tag === 'ClockIsReal' || error._tag === 'HandlingDiffers'
        ? error
        : brokeOff('start', system.library.desk.clock.today())(error as { readonly _tag: string }),
    ),
    TE.map(() => importOf(ledger.fingerprint)(system.rows)),
    TE.chainFirst((before) => (before === undefined ? TE.right(undefined) : TE.fromTask(() => system.retention.run()))),
    TE.chain(beginWith(system, ledger, options)),
  )
