import type { ScopeClass } from '../../../../domain/event/scope-class'
import type { LogName } from '../../../../domain/event/stream'
import { Day } from '../../../../domain/values/day'
import { firstDayOfMonth, Month, monthOf } from '../../../../domain/values/month'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { CertificateEntry, CertificateCursor } from '../../../../projections/certificates/certificate-queries'
import type { CertificateCheck } from '../../../../retention/certificates/check-certificates-of-log'
import { certificateProblemTexts } from '../../../../retention/certificates/certificate-problem-texts'
import type { CertificateOperations } from '../../../processes/running-library/certificate-operations'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import { commandOnLibrary } from '../command-on-library'

/** Which certificates to list. */
export interface CertificateListOptions {
  readonly log?: LogName
  readonly class?: ScopeClass
  /** A day; for *persons* a month. */
  readonly on?: string
  readonly scope?: ScopeId
}

const pageSize = 500

const describeScopes = (scopes: CertificateEntry['scopes']): string =>
  Object.entries(scopes)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(', ')

/** The certificates that fit the options, in pages. */
export function* pagesOfCertificates(
  certificates: Pick<CertificateOperations, 'list'>,
  options: CertificateListOptions,
): Generator<ReadonlyArray<CertificateEntry>> {
  let after: CertificateCursor | undefined
  for (;;) {
    const page = certificates.list({ ...options, limit: pageSize, ...(after === undefined ? {} : { after }) })
    if (page.length > 0) yield page
    if (page.length < pageSize || options.scope !== undefined) return
    after = page.at(-1)
  }
}

const describeHorizon = ({ status, on }: CertificateEntry['horizon']): string =>
  on === null ? status : `${status} ${on}`

/** A listed certificate, on one line. */
export const listedLine = ({ certifiedOn, log, certificate, scopes, horizon }: CertificateEntry): string =>
  `${certifiedOn.padEnd(10)}  ${log.padEnd(11)}  ${certificate}  horizon ${describeHorizon(horizon).padEnd(19)}  ${describeScopes(scopes)}`

/** Why no certificate of the log can have such a date; undefined when one can. */
const findDateProblem = ({ log, on }: CertificateListOptions): string | undefined => {
  if (on === undefined || log === undefined) return undefined
  if (log === 'circulation' && Month.is(on))
    return `Certificates of circulation have a day: --on ${firstDayOfMonth(on)}, for example. Only those of persons have a month.`
  return log === 'persons' && Day.is(on)
    ? `Certificates of persons have a month, because a day would tell when somebody asked: --on ${monthOf(on)}.`
    : undefined
}

/** Which certificates a date without a log leaves out. */
const logOfDate = (on: string): string =>
  Month.is(on)
    ? 'A month finds certificates of persons alone: those of circulation have a day.'
    : 'A day finds certificates of circulation alone: those of persons have a month.'

/** Lists certificates, one a line: date, log, id, the backup horizon, and how many scopes of each class. Says so when there are none. */
export const certificatesListCommand = ({ json }: CommandLineOptions, options: CertificateListOptions): CliCommand =>
  commandOnLibrary((library, output) => {
    const dateProblem = findDateProblem(options)
    if (dateProblem !== undefined) {
      output.writeProblem(dateProblem)
      return Promise.resolve(exitCode.usage)
    }
    let listed = 0
    for (const page of pagesOfCertificates(library.certificates, options))
      for (const entry of page) {
        output.writeLine(json ? JSON.stringify(entry) : listedLine(entry))
        listed += 1
      }
    if (listed === 0) output.writeNotice('There is no certificate of that kind yet.')
    if (options.on !== undefined && options.log === undefined) output.writeNotice(logOfDate(options.on))
    return Promise.resolve(exitCode.done)
  })

/** What the horizon of a certificate means, now. The statement was signed before it was known. */
const horizonText = ({ status, on }: CertificateEntry['horizon']): string => {
  if (on === null)
    return 'Horizon: open. A copy of the key store from before can still be unwrapped with the ring or its escrow.'
  return status === 'passed'
    ? `Horizon: passed on ${on}. The module attests that no copy of the key store from before can be unwrapped since.`
    : `Horizon: declared on ${on}. No copy of the key store from before can be unwrapped since, unless somebody copied the wrapping key itself.`
}

/** Shows a certificate: its statement on one line, byte for byte as it is signed, and its signature in base64. */
export const certificatesShowCommand = ({ json }: CommandLineOptions, id: CertificateId): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const certificate = await library.certificates.read(id)
    if (certificate === undefined) {
      output.writeProblem(`There is no certificate ${id}. "glemsom certificates list" lists them.`)
      return exitCode.refused
    }
    const { statement, signature, problem, horizon } = certificate
    if (json) output.writeLine(JSON.stringify(certificate))
    else [statement, `Signature: ${signature}`].forEach(output.writeLine)
    if (!json) output.writeNotice(horizonText(horizon))
    if (problem === null) return exitCode.done
    output.writeProblem(`The certificate is not valid: ${certificateProblemTexts[problem]}.`)
    return exitCode.refused
  })

const countText = ({ checked, unfinished }: CertificateCheck): string =>
  `${String(checked)} certificates checked` +
  (unfinished === 0 ? '.' : `; ${String(unfinished)} runs are being erased and have none yet.`)

/** Checks every certificate with the verifying key, and against the log. Exit code 1 when one is not valid. */
export const certificatesVerifyCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const check = await library.certificates.verifyAll((done, total) =>
      output.showProgress({ what: 'Events', done, total }),
    )
    output.endProgress()
    if (json) output.writeLine(JSON.stringify(check))
    else {
      output.writeLine(countText(check))
      for (const { log, stream, problem } of check.findings)
        output.writeProblem(
          `Not valid: the certificate in ${log}, stream ${stream}: ${certificateProblemTexts[problem]}.`,
        )
      if (check.findings.length === 0) output.writeLine('All are valid.')
    }
    return check.findings.length === 0 ? exitCode.done : exitCode.refused
  })

/** Prints the key that verifies certificates, as SPKI in PEM. */
export const certificatesKeyCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary((library, output) => {
    const { verifyingKey } = library.certificates
    output.writeLine(json ? JSON.stringify({ verifyingKey }) : verifyingKey.trimEnd())
    return Promise.resolve(exitCode.done)
  })
