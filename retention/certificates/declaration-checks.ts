import { deletionClasses } from '../classes/deletion-classes'
import type { KekRing } from '../keys/kek-ring'
import type { DeclarationChecks } from '../schedule/schedule-changes-of-event'
import { verifiedScopes } from './verified-scopes'
import { verifyCertificate } from './verify-certificate'

/** How declared runs are checked. Which scope a legal hold names is sealed, so the worker looks at holds itself. */
export const declarationChecks = ({ verifyingKey }: Pick<KekRing, 'verifyingKey'>): DeclarationChecks => ({
  verifiedScopes: verifiedScopes(deletionClasses, verifyCertificate(verifyingKey)),
})
