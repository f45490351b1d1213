import { deletionClasses } from '../classes/deletion-classes'
import type { KekRing } from '../keys/kek-ring'
import type { CertifiedScopeVerification } from '../schedule/schedule-changes-of-event'
import { scopesOfVerifiedCertificate } from './scopes-of-verified-certificate'
import { verifyCertificate } from './verify-certificate'

/** How declared runs are checked. Which scope a legal hold names is sealed, so the worker looks at holds itself. */
export const createCertificateVerification = ({
  verifyingKey,
}: Pick<KekRing, 'verifyingKey'>): CertifiedScopeVerification => ({
  verifiedScopes: scopesOfVerifiedCertificate(deletionClasses, verifyCertificate(verifyingKey)),
})
