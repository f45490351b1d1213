import { hash } from 'node:crypto'
import type { CertificateId, RunId } from '../../domain/values/ids'

/**
 * The id of the certificate of a run, derived from the run's id: known before the keys are fenced, and the same after a
 * crash. A run has one certificate, and the log names both ids together, so the derivation links nothing new.
 */
export const certificateIdOf = (run: RunId): CertificateId => {
  const hex = hash('sha256', `certificate of ${run}`)
  const digits = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17, 32)}`
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  ) as CertificateId
}
