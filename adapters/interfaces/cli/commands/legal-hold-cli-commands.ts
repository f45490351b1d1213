import * as E from 'fp-ts/Either'
import type { LegalHoldRefusal } from '../../../../domain/hold/legal-hold-refusal'
import type { HoldExplanation } from '../../../../domain/hold/hold-explanation'
import { prolongLegalHold, releaseLegalHold } from '../../../../domain/use-cases/change-legal-hold'
import { unkeyedOrigin } from '../../../../domain/use-cases/command-metadata'
import { setLegalHold } from '../../../../domain/use-cases/set-legal-hold'
import type { UseCaseResult } from '../../../../domain/use-cases/use-case-result'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId, HoldId, ScopeId } from '../../../../domain/values/ids'
import { lastClosedDay } from '../../../../projections/calendar/calendar-queries'
import { isLegalHoldStanding, legalHolds } from '../../../../projections/legal-holds/legal-hold-queries'
import type { LegalHoldRow } from '../../../../projections/legal-holds/legal-holds-table'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { commandOnLibrary, exitCodeForError } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'

/** Who changes a hold, and why. */
export interface LegalHoldChangeOptions {
  readonly by: string
  readonly why: string
}

export interface SetLegalHoldOptions extends LegalHoldChangeOptions {
  /** The last day of a month. */
  readonly until: Day
  readonly case: string
  /** What the borrower is told: both, or neither for a hold that may not be told. */
  readonly basisForBorrower?: string
  readonly reasonForBorrower?: string
  /** Of a recording: the borrower with whom there is a dispute. */
  readonly disputeWith?: BorrowerId
}

/** What the borrower is told; undefined when one of both is missing. */
const explanationOf = ({
  basisForBorrower: basis,
  reasonForBorrower: reason,
}: SetLegalHoldOptions): HoldExplanation | null | undefined => {
  if (basis === undefined && reason === undefined) return null
  return basis === undefined || reason === undefined ? undefined : { basis, reason }
}

const problemText = (refusal: LegalHoldRefusal): string => {
  switch (refusal._tag) {
    case 'HoldIsUnknown':
      return 'There is no such legal hold. "glemsom holds list" lists them.'
    case 'HoldIsSetAlready':
      return 'The legal hold exists already.'
    case 'HoldIsOver':
      return 'The legal hold was released, or its last day is past.'
    case 'LastDayIsNotAllowed':
      return `A legal hold ends on the last day of a month, today or later, and at the latest on ${refusal.latestLastDay}.`
    case 'LastDayIsNotLater':
      return 'Name a later day than the hold has now.'
    case 'ScopeIsUnknown':
      return 'No record has this id.'
    case 'ScopeIsErased':
      return 'The record is erased or being erased, so it cannot be held.'
    case 'ClassCannotBeHeld':
      return 'Only records of a borrower can be held.'
    case 'RecordingsAreNotHeld':
      return 'Recordings are kept for 30 days at most. The policy of the library holds none (legalHolds.recordings).'
    case 'RecordingNeedsExplanation':
      return 'The borrower is told that the recording is kept: name --basis-for-borrower and --reason-for-borrower.'
    case 'BorrowerOfDisputeIsWrong':
      return 'Name the borrower with whom there is a dispute (--dispute-with) for a recording, and for nothing else.'
  }
}

const now = ({ useCaseDependencies }: RunningLibrary) => ({
  at: useCaseDependencies.commandHandling.clock.now(),
  origin: unkeyedOrigin,
})

const runHoldCommand = async <Made>(
  output: CliOutput,
  command: UseCaseResult<LegalHoldRefusal, unknown, Made>,
  writeDone: (made: Made) => void,
): Promise<ExitCode> => {
  const outcome = await command()
  if (E.isRight(outcome)) {
    writeDone(outcome.right)
    return exitCode.done
  }
  const error = outcome.left
  output.writeProblem(
    error._tag === 'Refused' ? problemText(error.refusal) : `The command cannot be done: ${error._tag}.`,
  )
  return exitCodeForError(error)
}

const writeHold =
  ({ json }: CommandLineOptions, output: CliOutput) =>
  (hold: HoldId, text: string): void =>
    output.writeLine(json ? JSON.stringify({ hold }) : text)

/** Sets a legal hold, and prints its id. Exit code 1 when it is refused. */
export const setLegalHoldCommand = (
  options: CommandLineOptions,
  scope: ScopeId,
  set: SetLegalHoldOptions,
): CliCommand =>
  commandOnLibrary((library, output) => {
    const { by, why, until: lastDay, case: caseNumber, disputeWith = null } = set
    const explanation = explanationOf(set)
    if (explanation === undefined) {
      output.writeProblem(
        'Name both --basis-for-borrower and --reason-for-borrower, or neither for a hold that may not be told.',
      )
      return Promise.resolve(exitCode.refused)
    }
    const request = { ...now(library), scope, lastDay, by, why, caseNumber, explanation, disputeWith }
    return runHoldCommand(output, setLegalHold(library.useCaseDependencies)(request), ({ hold }) =>
      writeHold(options, output)(hold, `The legal hold ${hold} stands until ${lastDay}.`),
    )
  })

/** Prolongs a legal hold. Exit code 1 when it is refused. */
export const prolongLegalHoldCommand = (
  options: CommandLineOptions,
  hold: HoldId,
  { by, why, until: lastDay }: LegalHoldChangeOptions & { readonly until: Day },
): CliCommand =>
  commandOnLibrary((library, output) =>
    runHoldCommand(
      output,
      prolongLegalHold(library.useCaseDependencies)({ ...now(library), hold, lastDay, by, why }),
      () => writeHold(options, output)(hold, `The legal hold ${hold} stands until ${lastDay}.`),
    ),
  )

/** Releases a legal hold. Exit code 1 when it is refused. */
export const releaseLegalHoldCommand = (
  options: CommandLineOptions,
  hold: HoldId,
  change: LegalHoldChangeOptions,
): CliCommand =>
  commandOnLibrary((library, output) =>
    runHoldCommand(output, releaseLegalHold(library.useCaseDependencies)({ ...now(library), hold, ...change }), () =>
      writeHold(options, output)(hold, `The legal hold ${hold} ends when today is closed.`),
    ),
  )

const endText = ({ lastDay, releasedOn }: LegalHoldRow, isStanding: boolean): string => {
  if (releasedOn !== null) return `released on ${releasedOn}`
  return isStanding ? `until ${lastDay}` : `over since ${lastDay}`
}

const explanationText = ({ basisForBorrower, reasonForBorrower }: LegalHoldRow): string =>
  reasonForBorrower === null
    ? 'not to be told'
    : `the borrower is told: ${reasonForBorrower} (${basisForBorrower ?? ''})`

/** Lists the legal holds, one a line. Says so when there is none. */
export const listLegalHoldsCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const caughtUp = await library.catchUpReadModels()
    if (E.isLeft(caughtUp)) {
      output.writeProblem(`The legal holds cannot be read: ${caughtUp.left._tag}.`)
      return exitCodeForError(caughtUp.left)
    }
    const isStanding = isLegalHoldStanding(lastClosedDay(library.rows))
    const holds = legalHolds(library.rows)
    for (const row of holds) {
      const { hold, class: name, scope, caseNumber, by, why } = row
      const line = `${hold}  ${endText(row, isStanding(row))}  ${name} ${scope}  ${caseNumber}  ${by}: ${why}  ${explanationText(row)}`
      output.writeLine(json ? JSON.stringify({ ...row, isStanding: isStanding(row) }) : line)
    }
    if (holds.length === 0) output.writeNotice('There is no legal hold.')
    return exitCode.done
  })
