import { logNames, type LogName } from '../../../domain/event/stream'
import {
  certificateById,
  findCertificates,
  type CertificateEntry,
} from '../../../projections/certificates/certificate-queries'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { CertificateOperations } from '../../processes/running-library/certificate-operations'

const comparePlaces = (one: CertificateEntry, other: CertificateEntry): number => {
  if (one.certifiedOn !== other.certifiedOn) return one.certifiedOn < other.certifiedOn ? -1 : 1
  return one.certificate < other.certificate ? -1 : 1
}

/** Lists the certificates of both logs as one list. */
export const listCertificates =
  (rows: ReadModelRows, schedule: Pick<Schedule, 'certificateOf' | 'lastClosing'>): CertificateOperations['list'] =>
  ({ log, scope, limit, ...filter }) => {
    const lastMonth = schedule.lastClosing('persons', 'month')?.on ?? ''
    const isListed = (entry: CertificateEntry): boolean =>
      (log === undefined || entry.log === log) &&
      (filter.class === undefined || filter.class in entry.scopes) &&
      (filter.on === undefined || filter.on === entry.certifiedOn) &&
      (entry.log === 'circulation' || entry.certifiedOn <= lastMonth)
    if (scope !== undefined) {
      const certificate = schedule.certificateOf(scope)
      const entry = certificate === undefined ? undefined : certificateById(certificate)(rows)
      return entry === undefined || !isListed(entry) ? [] : [entry]
    }
    const ofLog = (name: LogName): ReadonlyArray<CertificateEntry> =>
      findCertificates({ ...filter, log: name, ...(name === 'persons' ? { upTo: lastMonth } : {}) }, limit)(rows)
    const entries = logNames.filter((name) => log === undefined || log === name).flatMap(ofLog)
    return entries.sort(comparePlaces).slice(0, limit)
  }
