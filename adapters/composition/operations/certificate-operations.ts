import * as E from 'fp-ts/Either'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import { logNames } from '../../../domain/event/stream'
import type { RunId } from '../../../domain/values/ids'
import { certificateById, findCertifiedRuns } from '../../../projections/certificates/certificate-queries'
import type { CertificateProblem } from '../../../retention/certificates/check-certificate-of-run'
import { checkCertificatesOfLog } from '../../../retention/certificates/check-certificates-of-log'
import { verifyCertificate } from '../../../retention/certificates/verify-certificate'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { CertificateOperations } from '../../processes/running-library/certificate-operations'
import type { LibraryStores } from '../stores/library-stores'
import { compareKeyRowsWithCertificate } from './destroy-reappeared-keys'
import { countEventsOfBothLogs } from './count-events'
import { listCertificates } from './list-certificates'
import { placeOfCertificate, readCertificateOfRun } from './read-certificate'

/** How many certificates `verifySome` checks: few, so that requests need not wait. */
const certificatesPerCheck = 20

/** After so many scopes, `verifySome` leaves the other certificates to its next call. */
const scopesPerCheck = 2000

/** The schedule and the read models know another declaration of the run than the log has now. */
const problemsOfDeclaration: ReadonlySet<CertificateProblem> = new Set(['notDeclared', 'differsFromLog', 'missing'])

/** Lists, reads and verifies the certificates of a library. */
export const createCertificateOperations = (
  { logs, schedule, keyStore, ring: { verifyingKey }, readModels: { rows } }: LibraryStores,
  eventTable: EventTable,
  alarm: AlarmReporter,
): CertificateOperations => {
  const verify = verifyCertificate(verifyingKey)
  const readOfRun = readCertificateOfRun(logs, schedule, eventTable, verify)
  let lastVerified: RunId | undefined
  return {
    verifyingKey,
    list: listCertificates(rows, schedule),
    check: async ({ log, run }) => (await readOfRun(log, run)).problem ?? null,
    read: async (certificate) => {
      const entry = certificateById(certificate)(rows)
      if (entry === undefined) return undefined
      const { certified, problem } = await readOfRun(entry.log, entry.run)
      const { statement, signature } = certified ?? { statement: '', signature: '' }
      return { ...entry, statement, signature, problem: problem ?? null }
    },
    place: async (certificate) => {
      const entry = certificateById(certificate)(rows)
      return entry === undefined ? undefined : placeOfCertificate(logs, entry)
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
      let compared = 0
      for (const { log, run } of runs) {
        const { certified, problem } = await readOfRun(log, run)
        if (problem !== undefined) alarm('CertificateInvalid')
        if (problem !== undefined && problemsOfDeclaration.has(problem)) alarm('DeclarationChanged')
        const statement = certified === undefined || problem !== undefined ? undefined : verify(certified)
        if (statement === undefined || E.isLeft(statement)) continue
        await compareKeyRowsWithCertificate({ keyStore }, statement.right, alarm)
        compared += statement.right.scopes.length
        lastVerified = run
        if (compared >= scopesPerCheck) return
      }
    },
  }
}
