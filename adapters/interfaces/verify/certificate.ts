import { createHash, verify, type KeyObject } from 'node:crypto'
import { canonicalJson, isRecord, parseJson } from './canonical-json'
import type { DeletionRules, RetentionPeriod } from './deletion-rules'
import type { DueTime } from './due-time'
import type { LogName } from './exported-event'

/** A scope that a declaration (`ErasureDue`) names. */
export interface DueScope {
  readonly scope: string
  readonly class: string
  readonly trigger: string
}

/** The open part of `ScopesErased`: a certificate. */
export interface Certificate {
  readonly run: string
  readonly certificate: string
  /** Canonical JSON. */
  readonly statement: string
  /** Ed25519, in base64. */
  readonly signature: string
}

/** A scope that a certificate states to be erased. */
export interface ErasedScope extends DueScope {
  readonly dueBy: DueTime['by']
  readonly dueOn: string
}

/** What is read of a statement. */
interface CertificateStatement {
  readonly run: string
  readonly certificate: string
  readonly log: string
  readonly scopes: ReadonlyArray<ErasedScope>
}

export type CertificateProblem =
  | 'wrongSignature'
  | 'notAStatement'
  | 'notDeclared'
  | 'differsFromLog'
  /** The run was declared, a later run of the log has a certificate, and this one has none. */
  | 'missing'

const isErasedScope = (value: unknown): boolean =>
  isRecord(value) &&
  ['scope', 'class', 'trigger', 'dueOn'].every((name) => typeof value[name] === 'string') &&
  ['at once', 'day', 'month'].includes(String(value['dueBy']))

const isStatement = (value: unknown): value is CertificateStatement =>
  isRecord(value) &&
  value['format'] === 'glemsom certificate 1' &&
  ['run', 'certificate', 'log'].every((name) => typeof value[name] === 'string') &&
  Array.isArray(value['scopes']) &&
  value['scopes'].every(isErasedScope)

/** The statement of a certificate, when one of these keys has signed it; otherwise what is wrong. */
const verifyCertificate = (
  keys: ReadonlyArray<KeyObject>,
  { statement, signature }: Certificate,
): CertificateStatement | 'wrongSignature' | 'notAStatement' => {
  const bytes = Buffer.from(signature, 'base64')
  if (!keys.some((key) => verify(null, Buffer.from(statement), key, bytes))) return 'wrongSignature'
  const value = parseJson(statement)
  return isStatement(value) && canonicalJson(value) === statement ? value : 'notAStatement'
}

/** The id of the certificate of a run: derived from the id of the run, so a run has one certificate. */
const certificateIdOf = (run: string): string => {
  const hex = createHash('sha256').update(`certificate of ${run}`).digest('hex')
  const digits = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17, 32)}`
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const isOfRun = (log: LogName, { run, certificate }: Certificate, statement: CertificateStatement): boolean =>
  statement.run === run &&
  statement.log === log &&
  statement.certificate === certificate &&
  certificateIdOf(run) === certificate

/** Whether a statement names exactly these scopes, with their classes. */
export const statesDeclaredScopes = (
  stated: ReadonlyArray<ErasedScope>,
  declared: ReadonlyArray<Pick<DueScope, 'scope' | 'class'>>,
): boolean => {
  const classes = new Map(declared.map((each) => [each.scope, each.class]))
  return stated.length === declared.length && stated.every((each) => classes.get(each.scope) === each.class)
}

/** What is wrong with a certificate of a run that declared these scopes; undefined when it is valid. */
export const checkCertificateOfRun = (
  keys: ReadonlyArray<KeyObject>,
  log: LogName,
  certificate: Certificate,
  declared: ReadonlyArray<DueScope> | undefined,
): CertificateProblem | undefined => {
  const statement = verifyCertificate(keys, certificate)
  if (typeof statement === 'string') return statement
  if (declared === undefined) return 'notDeclared'
  return isOfRun(log, certificate, statement) && statesDeclaredScopes(statement.scopes, declared)
    ? undefined
    : 'differsFromLog'
}

const dueByOf = (period: RetentionPeriod): DueTime['by'] => {
  if (period === 'at once') return period
  return 'days' in period ? 'day' : 'month'
}

/**
 * The scopes that a certificate states, when it is signed for its run and each can be due in the stated way: by its own
 * class, or with a borrower of the statement. Otherwise undefined.
 */
export const scopesOfVerifiedCertificate = (
  keys: ReadonlyArray<KeyObject>,
  rules: DeletionRules,
  log: LogName,
  certificate: Certificate,
): ReadonlyArray<ErasedScope> | undefined => {
  const statement = verifyCertificate(keys, certificate)
  if (typeof statement === 'string' || !isOfRun(log, certificate, statement)) return undefined
  const { scopes } = statement
  const isPossible = ({ class: name, dueBy, trigger }: ErasedScope): boolean => {
    const rule = rules.get(name)
    const starts = [...(rule?.endedBy ?? []), ...(rule?.endedAtLatestBy ?? [])]
    const isWithBorrower = scopes.some((other) => other.class === 'borrower' && other.trigger === trigger)
    return starts.some(({ after }) => dueByOf(after) === dueBy) || (rule?.parent === 'borrower' && isWithBorrower)
  }
  return scopes.every(isPossible) ? scopes : undefined
}
