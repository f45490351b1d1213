import * as t from 'io-ts'
import type { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import type { LogName } from '../../domain/event/stream'
import { certificateIdOf } from './certificate-id'
import type { CertificateStatement } from './certificate-statement'
import type { verifyCertificate } from './verify-certificate'

/**
 * Why a certificate proves nothing:
 * - `unreadable`: the event that holds it, or the declaration of its run, cannot be decoded.
 * - `wrongSignature`: its signature is not the library's signature of its statement.
 * - `notAStatement`: it is signed, but is no statement of an erasure.
 * - `notDeclared`: no `ErasureDue` before it declares its run.
 * - `differsFromLog`: it states another run, log or certificate, or other scopes, than the log declares and no earlier run
 *   had declared.
 * - `refused`: its run is refused, because the log does not justify it.
 * - `missing`: its run was declared, a later run of the same log has a certificate, and this one has none.
 */
export const CertificateProblem = t.keyof({
  unreadable: null,
  wrongSignature: null,
  notAStatement: null,
  notDeclared: null,
  differsFromLog: null,
  refused: null,
  missing: null,
})
export type CertificateProblem = t.TypeOf<typeof CertificateProblem>

type DeclaredScopes = ErasureDue['open']['scopes']

const haveSameScopes = (stated: CertificateStatement['scopes'], declared: DeclaredScopes): boolean => {
  const classes = new Map(declared.map(({ scope, class: name }) => [scope, name]))
  return stated.length === declared.length && stated.every(({ scope, class: name }) => classes.get(scope) === name)
}

const agreesWithLog = (
  log: LogName,
  declared: ErasureDue['open'],
  { run, certificate }: ScopesErased['open'],
  statement: CertificateStatement,
): boolean =>
  declared.run === run &&
  statement.run === run &&
  statement.certificate === certificate &&
  certificateIdOf(run) === certificate &&
  statement.log === log &&
  haveSameScopes(statement.scopes, declared.scopes)

/**
 * Checks the certificate of one run against its signature and against the declaration in the log. Answers why it proves
 * nothing, or undefined when it is valid. Does not compare positions: a log that is copied to another store gets new ones.
 */
export const checkCertificateOfRun =
  (verify: ReturnType<typeof verifyCertificate>, log: LogName) =>
  (declared: ErasureDue['open'] | undefined, certified: ScopesErased['open']): CertificateProblem | undefined => {
    const verified = verify(certified)
    if (verified._tag === 'Left') return verified.left._tag === 'WrongSignature' ? 'wrongSignature' : 'notAStatement'
    if (declared === undefined) return 'notDeclared'
    return agreesWithLog(log, declared, certified, verified.right) ? undefined : 'differsFromLog'
  }
