import * as E from 'fp-ts/Either'
import { lastClosedDay } from '../../../../projections/calendar/calendar-queries'
import { looksInMonths } from '../../../../projections/accesses/looks-by-reason'
import { isLegalHoldStanding, legalHolds } from '../../../../projections/legal-holds/legal-hold-queries'
import { certificateProblemTexts } from '../../../../retention/certificates/certificate-problem-texts'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import type { CliOutput } from '../cli-output'
import { commandOnLibrary, exitCodeForError } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import { listedLine, pagesOfCertificates } from './certificate-commands'

/** Runs a command on read models that have read both logs to their ends. */
const onCaughtUpLibrary = (write: (library: RunningLibrary, output: CliOutput) => ExitCode): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const caughtUp = await library.catchUpReadModels()
    if (E.isRight(caughtUp)) return write(library, output)
    output.writeProblem(`The logs cannot be read: ${caughtUp.left._tag}.`)
    return exitCodeForError(caughtUp.left)
  })

/**
 * Lists every certificate, and verifies each as it is listed: its signature, and what it states against the log. Then it
 * names those that the log should have and nobody can read. Exit code 1 when one is not valid.
 */
export const auditCertificatesCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary(async ({ certificates }, output) => {
    let [listed, invalid] = [0, 0]
    for (const page of pagesOfCertificates(certificates, {}))
      for (const entry of page) {
        const problem = await certificates.check(entry)
        listed += 1
        if (problem !== null) invalid += 1
        const verdict = problem === null ? 'valid' : `NOT VALID: ${certificateProblemTexts[problem]}`
        output.writeLine(json ? JSON.stringify({ ...entry, problem }) : `${listedLine(entry)}  ${verdict}`)
      }
    const { findings } = await certificates.verifyAll((done, total) =>
      output.showProgress({ what: 'Events', done, total }),
    )
    output.endProgress()
    for (const { log, stream, problem } of findings)
      output.writeProblem(`Not valid: ${log}, stream ${stream}: ${certificateProblemTexts[problem]}.`)
    output.writeNotice(
      `${String(listed)} certificates listed, ${String(Math.max(invalid, findings.length))} not valid.`,
    )
    return invalid === 0 && findings.length === 0 ? exitCode.done : exitCode.refused
  })

/** Lists the legal holds as an auditor sees them: until when each stands, and not of what or why. */
export const auditHoldsCommand = ({ json }: CommandLineOptions): CliCommand =>
  onCaughtUpLibrary(({ rows }, output) => {
    const isStanding = isLegalHoldStanding(lastClosedDay(rows))
    const holds = legalHolds(rows)
    for (const row of holds) {
      const { hold, setOn, lastDay, releasedOn } = row
      const shown = { hold, setOn, lastDay, releasedOn, isStanding: isStanding(row), record: { withheld: 'hold' } }
      const end = releasedOn === null ? `until ${lastDay}` : `released on ${releasedOn}`
      const line = `${hold}  set on ${setOn}  ${end}  ${shown.isStanding ? 'stands' : 'is over'}  withheld (hold)`
      output.writeLine(json ? JSON.stringify(shown) : line)
    }
    if (holds.length === 0) output.writeNotice('There is no legal hold.')
    return exitCode.done
  })

/**
 * Counts the looks at records of borrowers, by month, role and what was opened: all, or those whose reason has a text in it.
 * It shows neither the reasons nor an order of looks.
 */
export const auditAccessCommand = ({ json }: CommandLineOptions, reason: string | undefined): CliCommand =>
  onCaughtUpLibrary(({ rows }, output) => {
    const looks = looksInMonths(reason ?? '')(rows)
    for (const { month, role, opened, number } of looks) {
      const shown = { month, openedBy: role, opened, number, reason: { withheld: 'access' } }
      output.writeLine(
        json ? JSON.stringify(shown) : `${month}  ${role.padEnd(13)}  ${opened.padEnd(14)}  ${String(number)}`,
      )
    }
    if (looks.length === 0) output.writeNotice('No look at a record has such a reason.')
    return exitCode.done
  })

/** Lists the damaged events that the library has found. Exit code 1 when there is one. */
export const auditDamagedCommand = ({ json }: CommandLineOptions): CliCommand =>
  onCaughtUpLibrary((library, output) => {
    const damaged = library.damagedEvents()
    for (const { log, stream, revision, reason, found } of damaged) {
      const shown = { log, stream, revision, recorded: found?.recorded ?? null, reason }
      output.writeLine(json ? JSON.stringify(shown) : `${log}  ${stream}  revision ${String(revision)}: ${reason}`)
    }
    if (damaged.length > 0) return exitCode.refused
    output.writeNotice('No damaged event is known. "glemsom log check" reads both logs from end to end.')
    return exitCode.done
  })
