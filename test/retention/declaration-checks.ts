import { generateKeyPairSync } from 'node:crypto'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import { scopesOfVerifiedCertificate } from '../../retention/certificates/scopes-of-verified-certificate'
import { verifyCertificate } from '../../retention/certificates/verify-certificate'
import type { CertifiedScopeVerification } from '../../retention/schedule/schedule-changes-of-event'

const keys = generateKeyPairSync('ed25519')
export const signingKey = keys.privateKey
export const verifyingKey = keys.publicKey.export({ type: 'spki', format: 'pem' })

/** How the schedule of an in-memory library checks declared runs. */
export const declarationChecks: CertifiedScopeVerification = {
  verifiedScopes: scopesOfVerifiedCertificate(deletionClasses, verifyCertificate(verifyingKey)),
}
