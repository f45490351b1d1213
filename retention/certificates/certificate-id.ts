import { createHash } from 'node:crypto'
import type { CertificateId, RunId } from '../../domain/values/ids'

/**
 * The id of a run's certificate: known before the run is fenced, and the same after a crash. A run has one, and it
 * stands beside the run's own id anyway.
 */
export const certificateIdOf = (run: RunId): CertificateId => {
  const hex = createHash('sha256').update(`certificate of ${run}`).digest('hex')
  const version4 = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17, 32)}`
  return [
    version4.slice(0, 8),
    version4.slice(8, 12),
    version4.slice(12, 16),
    version4.slice(16, 20),
    version4.slice(20),
  ].join('-') as CertificateId
}
