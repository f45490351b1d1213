import type { EventTable } from '../../../domain/event/decode'
import { logNames } from '../../../domain/event/stream'
import type { RunId } from '../../../domain/values/ids'
import { findCertificate, findCertifiedRuns } from '../../../projections/certificates/certificate-queries'
import { checkCertificatesOfLog } from '../../../retention/certificates/check-certificates-of-log'
import { verifyCertificate } from '../../../retention/certificates/verify-certificate'
import type { Alarm } from '../../processes/failures/alarm-without-repeats'
import type { CertificateOperations } from '../../processes/running-library/certificate-operations'
import type { LibraryStores } from '../stores/library-stores'
import { countEventsOfBothLogs } from './count-events'
import { listCertificates } from './list-certificates'
import { readCertificateOfRun } from './read-certificate'

/** How many certificates `verifySome` checks: few, so that requests need not wait. */
const certificatesPerCheck = 20

/** Lists, reads and verifies the certificates of a library. */
export const createCertificateOperations = (
  { logs, schedule, ring: { verifyingKey }, readModels: { rows } }: LibraryStores,
  eventTable: EventTable,
  alarm: Alarm,
): CertificateOperations => {
  const verify = verifyCertificate(verifyingKey)
  const readOfRun = readCertificateOfRun(logs, eventTable, verify)
  let lastVerified: RunId | undefined
  return {
    verifyingKey,
    list: listCertificates(rows, schedule),
    read: async (certificate) => {
      const entry = findCertificate(certificate)(rows)
      if (entry === undefined) return undefined
      const { certified, problem } = await readOfRun(entry.log, entry.run)
      const { statement, signature } = certified ?? { statement: '', signature: '' }
      return { ...entry, statement, signature, problem: problem ?? null }
    },
    verifyAll: async (report) => {
      const total = await countEventsOfBothLogs(logs)
      const refused = schedule.refusedRuns().filter(({ certifiedAt }) => certifiedAt === undefined)
      let read = 0
      const checks = []
      for (const log of logNames)
        checks.push(
          await checkCertificatesOfLog(eventTable, verify)(
            log,
            logs[log],
            (events) => {
              read += events
              report(read, Math.max(read, total))
            },
            (position) => refused.some((run) => run.log === log && run.position === position),
          ),
        )
      return {
        checked: checks.reduce((sum, { checked }) => sum + checked, 0),
        unfinished: checks.reduce((sum, { unfinished }) => sum + unfinished, 0),
        findings: checks.flatMap(({ findings }) => findings),
      }
    },
    verifySome: async () => {
      const runs = findCertifiedRuns(lastVerified, certificatesPerCheck)(rows)
      lastVerified = runs.at(-1)?.run
      let invalid = 0
      for (const { log, run } of runs) if ((await readOfRun(log, run)).problem !== undefined) invalid += 1
      if (invalid > 0) alarm('CertificateInvalid')
    },
  }
}
