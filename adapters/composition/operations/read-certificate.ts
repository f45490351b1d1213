import * as E from 'fp-ts/Either'
import { decodeEvent } from '../../../domain/command-handling/open-event'
import type { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import type { ScopesErased } from '../../../domain/erasure/events/scopes-erased'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import type { EventAddress, LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'
import type { RunId } from '../../../domain/values/ids'
import {
  checkCertificateOfRun,
  type CertificateProblem,
} from '../../../retention/certificates/check-certificate-of-run'
import type { verifyCertificate } from '../../../retention/certificates/verify-certificate'
import type { Schedule } from '../../../retention/schedule/schedule'
import { erasureRunStream } from '../../../retention/erasing/erasure-run'

/** The signed statement of a run, and what is wrong with it. Without a statement when the event cannot be decoded. */
interface CertificateOfRun {
  readonly certified: ScopesErased['open'] | undefined
  readonly problem: CertificateProblem | undefined
}

/** What a run declares, without the scopes that another run declared before it, and has certified. */
const withoutScopesOfOthers = (
  declared: ErasureDue['open'] | undefined,
  { certificate }: ScopesErased['open'],
  { certificateOf }: Pick<Schedule, 'certificateOf'>,
): ErasureDue['open'] | undefined =>
  declared && {
    ...declared,
    scopes: declared.scopes.filter(({ scope }) => (certificateOf(scope) ?? certificate) === certificate),
  }

/** Reads the stream of a run and checks its certificate. Throws the error of a store that does not answer. */
export const readCertificateOfRun =
  (
    logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>,
    schedule: Pick<Schedule, 'certificateOf'>,
    eventTable: EventTable,
    verify: ReturnType<typeof verifyCertificate>,
  ) =>
  async (log: LogName, run: RunId): Promise<CertificateOfRun> => {
    let declared: ErasureDue['open'] | undefined
    let certified: ScopesErased['open'] | undefined
    for await (const page of logs[log].readStream(erasureRunStream(run), { direction: 'forwards' }))
      for (const stored of page) {
        const event = decodeEvent(eventTable)(log)(stored)
        if (E.isLeft(event)) return { certified, problem: 'unreadable' }
        if (stored.type === 'ErasureDue') declared = event.right.open as ErasureDue['open']
        if (stored.type === 'ScopesErased') certified = event.right.open as ScopesErased['open']
      }
    if (certified === undefined) return { certified, problem: 'missing' }
    const ownScopes = withoutScopesOfOthers(declared, certified, schedule)
    return { certified, problem: checkCertificateOfRun(verify, log)(ownScopes, certified) }
  }

/** Where the certificate of a run is in its log; undefined when it is missing. Throws the error of a store that does not answer. */
export const placeOfCertificate = async (
  logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>,
  { log, run }: { readonly log: LogName; readonly run: RunId },
): Promise<EventAddress | undefined> => {
  const stream = erasureRunStream(run)
  for await (const page of logs[log].readStream(stream, { direction: 'backwards' })) {
    const certified = page.find(({ type }) => type === 'ScopesErased')
    if (certified !== undefined) return { log, stream, revision: certified.revision }
  }
  return undefined
}
