import * as E from 'fp-ts/Either'
import type { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import type { LogName } from '../../domain/event/stream'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { RetentionPeriod } from '../classes/retention-period'
import { certificateIdOf } from './certificate-id'
import type { CertificateStatement, ErasedScope } from './certificate-statement'
import type { verifyCertificate } from './verify-certificate'

const dueByOf: Readonly<Record<RetentionPeriod['_tag'], ErasedScope['dueBy']>> = {
  Days: 'day',
  AtOnce: 'at once',
  MonthClosing: 'month',
  Inactivity: 'month',
}

/** Whether a scope of this class can be due in the stated way: by its own class, or with a borrower of the statement. */
const isPossible =
  (classes: DeletionClasses, { scopes }: CertificateStatement) =>
  ({ class: name, trigger, dueBy }: ErasedScope): boolean => {
    const { endedBy, endedAtLatestBy, parent } = classes[name]
    return (
      [...endedBy, ...endedAtLatestBy].some(({ after }) => dueByOf[after._tag] === dueBy) ||
      (parent === 'borrower' && scopes.some((scope) => scope.class === 'borrower' && scope.trigger === trigger))
    )
  }

/**
 * The scopes that a certificate states, when this library has signed it for this run and log, and each can be due in the
 * stated way; otherwise undefined.
 */
export const scopesOfVerifiedCertificate =
  (classes: DeletionClasses, verify: ReturnType<typeof verifyCertificate>) =>
  (log: LogName, { run, certificate, ...signed }: ScopesErased['open']): ReadonlyArray<ErasedScope> | undefined => {
    const verified = verify(signed)
    if (E.isLeft(verified)) return undefined
    const statement = verified.right
    const isOfRun =
      statement.run === run &&
      statement.log === log &&
      statement.certificate === certificate &&
      certificateIdOf(run) === certificate
    return isOfRun && statement.scopes.every(isPossible(classes, statement)) ? statement.scopes : undefined
  }
