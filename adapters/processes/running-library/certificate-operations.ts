import type { ScopeClass } from '../../../domain/event/scope-class'
import type { EventAddress, LogName } from '../../../domain/event/stream'
import type { CertificateId, ScopeId } from '../../../domain/values/ids'
import type { CertificateEntry, CertificateCursor } from '../../../projections/certificates/certificate-queries'
import type { CertificateProblem } from '../../../retention/certificates/check-certificate-of-run'
import type { CertificateCheck } from '../../../retention/certificates/check-certificates-of-log'

/** Which certificates to list. */
interface CertificateListRequest {
  readonly log?: LogName
  readonly class?: ScopeClass
  /** A day; for *persons* a month. */
  readonly on?: string
  /** Only the certificate of this scope. */
  readonly scope?: ScopeId
  readonly after?: CertificateCursor
  readonly limit: number
}

/** A certificate as it stands in the log, and whether it is valid. */
export interface CertificateWithCheckResult extends CertificateEntry {
  /** Canonical JSON: the bytes that are signed. */
  readonly statement: string
  /** Ed25519, in base64. */
  readonly signature: string
  /** Null when the certificate is valid. */
  readonly problem: CertificateProblem | null
}

/** The certificates of erasures: list, read, and verify. */
export interface CertificateOperations {
  /**
   * Sorted by date and then by id. A certificate of *persons* is listed once its month is closed, so that the list does
   * not tell the day.
   */
  readonly list: (request: CertificateListRequest) => ReadonlyArray<CertificateEntry>
  /** What is wrong with a listed certificate, by its signature and by the log; null when it is valid. */
  readonly check: (entry: Pick<CertificateEntry, 'log' | 'run'>) => Promise<CertificateProblem | null>
  /** Undefined when there is no such certificate. */
  readonly read: (certificate: CertificateId) => Promise<CertificateWithCheckResult | undefined>
  /** Where the event is that is a certificate; undefined when there is no such certificate. */
  readonly place: (certificate: CertificateId) => Promise<EventAddress | undefined>
  /** Checks every certificate of both logs. Reports the events read so far, and how many there are. */
  readonly verifyAll: (report: (read: number, total: number) => void) => Promise<CertificateCheck>
  /**
   * Checks some certificates, and the rows of the keys that they state; continues after them at the next call. Raises
   * `CertificateInvalid`, `DeclarationChanged`, `FencedRowMissing` and `FencedRowChanged`.
   */
  readonly verifySome: () => Promise<void>
  /** The key that verifies all certificates: SPKI in PEM. */
  readonly verifyingKey: string
}
