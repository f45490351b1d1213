import type { ScopeClass } from '../../../../domain/event/scope-class'
import type { LogName } from '../../../../domain/event/stream'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { CertificateEntry, CertificatePlace } from '../../../../projections/certificates/certificate-queries'
import type { CertificateCheck } from '../../../../retention/certificates/check-certificates-of-log'
import type { CertificateProblem } from '../../../../retention/certificates/check-certificate-of-run'
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

function* pagesOfCertificates(
  certificates: Pick<CertificateOperations, 'list'>,
  options: CertificateListOptions,
): Generator<ReadonlyArray<CertificateEntry>> {
  let after: CertificatePlace | undefined
  for (;;) {
    const page = certificates.list({ ...options, limit: pageSize, ...(after === undefined ? {} : { after }) })
    if (page.length > 0) yield page
    if (page.length < pageSize || options.scope !== undefined) return
    after = page.at(-1)
  }
}

const listedLine = ({ certifiedOn, log, certificate, scopes }: CertificateEntry): string =>
  `${certifiedOn.padEnd(10)}  ${log.padEnd(11)}  ${certificate}  ${describeScopes(scopes)}`

/** Lists certificates, one a line: date, log, id, and how many scopes of each class. Says so when there are none. */
export const certificatesListCommand = ({ json }: CommandLineOptions, options: CertificateListOptions): CliCommand =>
  commandOnLibrary((library, output) => {
    let listed = 0
    for (const page of pagesOfCertificates(library.certificates, options))
      for (const entry of page) {
        output.writeLine(json ? JSON.stringify(entry) : listedLine(entry))
        listed += 1
      }
    if (listed === 0) output.writeNotice('There is no certificate of that kind yet.')
    return Promise.resolve(exitCode.done)
  })

/** What a problem of a certificate means, as the end of a sentence. */
const problemTexts: Readonly<Record<CertificateProblem, string>> = {
  unreadable: 'an event of it cannot be decoded',
  wrongSignature: 'the signature is not the signature of the statement by this library',
  notAStatement: 'what is signed is not the statement of an erasure',
  notDeclared: 'no ErasureDue in the log declares its run',
  differsFromLog: 'it states other scopes, or another run, than the ErasureDue in the log',
  scopeDeclaredTwice: 'an earlier run declared one of its scopes already',
  refused: 'its run is refused: see "glemsom retention status"',
  missing: 'it is missing, although a later run has a certificate',
}

/** Shows a certificate: its statement and its signature, as they are signed. */
export const certificatesShowCommand = ({ json }: CommandLineOptions, id: CertificateId): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const certificate = await library.certificates.read(id)
    if (certificate === undefined) {
      output.writeProblem(`There is no certificate ${id}. "glemsom certificates list" lists them.`)
      return exitCode.refused
    }
    const { statement, signature, problem } = certificate
    output.writeLine(json ? JSON.stringify(certificate) : JSON.stringify({ statement, signature }))
    if (problem === null) return exitCode.done
    output.writeProblem(`The certificate is not valid: ${problemTexts[problem]}.`)
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
        output.writeProblem(`Not valid: the certificate in ${log}, stream ${stream}: ${problemTexts[problem]}.`)
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
