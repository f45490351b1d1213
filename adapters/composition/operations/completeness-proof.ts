import type { LogName } from '../../../domain/event/stream'
import { createCertificateCheck } from '../../../retention/certificates/check-certificates-of-log'
import { verifyCertificate } from '../../../retention/certificates/verify-certificate'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import {
  completenessReport,
  joinCertificateChecks,
  type CompletenessReport,
} from '../../../retention/completeness/completeness-report'
import type { OpenPartsFold } from '../../../retention/completeness/fold-open-parts-of-log'
import type { LegalHolds } from '../../../retention/guards/legal-holds'
import { runStepsGivingWay } from '../../system/concurrency/give-way-to-requests'
import type { LibraryStores } from '../stores/library-stores'
import type { AuditSnapshot } from './take-audit-snapshot'

interface CompletenessDependencies {
  readonly stores: Pick<LibraryStores, 'ring'>
  readonly legalHolds: () => LegalHolds
}

/**
 * Makes one completeness proof. `wrapFold` checks the certificates while a snapshot reads both logs, once; `finish` compares
 * the snapshot with its living keys.
 */
export const createCompletenessProof = ({ stores: { ring }, legalHolds }: CompletenessDependencies) => {
  const verify = verifyCertificate(ring.verifyingKey)
  const checks = {
    circulation: createCertificateCheck(verify, 'circulation'),
    persons: createCertificateCheck(verify, 'persons'),
  }
  return {
    wrapFold: (fold: OpenPartsFold, log: LogName): OpenPartsFold => ({
      apply: (event, size) => {
        fold.apply(event, size)
        checks[log].addEvent(event)
      },
      applyUnreadable: checks[log].addUnreadable,
    }),
    finish: ({ asOf, fold, folded, living }: AuditSnapshot): Promise<CompletenessReport> => {
      const { count, scopes, endedLately } = legalHolds()
      return runStepsGivingWay(
        completenessReport(deletionClasses)({
          ...{ library: ring.library, asOf, fold, folded, living },
          ...{ holds: count, onHold: new Set([...scopes, ...endedLately]) },
          certificates: joinCertificateChecks(checks.circulation.finish(), checks.persons.finish()),
        }),
      )
    },
  }
}
