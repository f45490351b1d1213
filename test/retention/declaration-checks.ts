import { generateKeyPairSync } from 'node:crypto'
import type { ScopeId } from '../../domain/values/ids'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import { verifiedScopes } from '../../retention/certificates/verified-scopes'
import { verifyCertificate } from '../../retention/certificates/verify-certificate'
import type { DeclarationChecks } from '../../retention/schedule/schedule-changes-of-event'

const keys = generateKeyPairSync('ed25519')
export const signingKey = keys.privateKey
export const verifyingKey = keys.publicKey.export({ type: 'spki', format: 'pem' })

/** The scopes that are under a legal hold, at every position. */
export const scopesOnHold = new Set<ScopeId>()

/** How the schedule of an in-memory library checks declared runs. */
export const declarationChecks: DeclarationChecks = {
  isOnHoldAt: () => (scope) => scopesOnHold.has(scope),
  verifiedScopes: verifiedScopes(deletionClasses, verifyCertificate(verifyingKey)),
}
