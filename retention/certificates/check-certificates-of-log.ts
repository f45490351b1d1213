import * as E from 'fp-ts/Either'
import { decodeEvent } from '../../domain/command-handling/open-event'
import type { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import type { EventTable } from '../../domain/event/decode-event-parts'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { EventPage, EventStore, Position, RecordedEvent } from '../../domain/ports/event-store'
import type { ScopeId } from '../../domain/values/ids'
import { openPartOf, type OpenPartOfEvent } from '../schedule/open-part-of-event'
import { checkCertificateOfRun, type CertificateProblem } from './check-certificate-of-run'
import type { verifyCertificate } from './verify-certificate'

/** An invalid certificate, by the stream of its run. */
interface CertificateFinding {
  readonly log: LogName
  readonly stream: StreamName
  readonly problem: CertificateProblem
}

/** What a check of all certificates of a log found. */
export interface CertificateCheck {
  /** The certificates that were checked, invalid ones included. */
  readonly checked: number
  /** The newest runs that are declared and have no certificate yet: they are being erased. */
  readonly unfinished: number
  readonly findings: ReadonlyArray<CertificateFinding>
}

const isOfErasure = ({ type, stream }: Pick<RecordedEvent, 'type' | 'stream'>): boolean =>
  type === 'ErasureDue' || type === 'ScopesErased' || stream.startsWith('erasure-')

/** Whether the run that is declared at a position of the log is refused. */
type IsRefused = (position: Position) => boolean

/** Checks the certificates of one log, event by event in log order. Other events change nothing. */
export const createCertificateCheck = (
  verify: ReturnType<typeof verifyCertificate>,
  log: LogName,
  isRefused: IsRefused = () => false,
) => {
  const findings: CertificateFinding[] = []
  const declaredRuns = new Map<StreamName, ErasureDue['open']>()
  const declaredScopes = new Set<ScopeId>()
  let uncertifiedRuns: ReadonlyArray<StreamName> = []
  let checked = 0
  const report = (stream: StreamName, problem: CertificateProblem | undefined): void => {
    if (problem !== undefined) findings.push({ log, stream, problem })
  }
  /** A run certifies the scopes that no earlier run has declared. One to which none is left needs no certificate. */
  const declare = (stream: StreamName, open: ErasureDue['open']): void => {
    const scopes = open.scopes.filter(({ scope }) => !declaredScopes.has(scope))
    declaredRuns.set(stream, { ...open, scopes })
    for (const { scope } of scopes) declaredScopes.add(scope)
  }
  const needsCertificate = (stream: StreamName): boolean => (declaredRuns.get(stream)?.scopes.length ?? 0) > 0
  const certify = (stream: StreamName, open: ScopesErased['open']): void => {
    report(stream, checkCertificateOfRun(verify, log)(declaredRuns.get(stream), open))
    declaredRuns.delete(stream)
    uncertifiedRuns = [...declaredRuns.keys()]
    checked += 1
  }
  return {
    addEvent: ({ type, metadata: { stream, position }, open }: OpenPartOfEvent): void => {
      if (type === 'ErasureDue') {
        if (isRefused(position)) report(stream, 'refused')
        else declare(stream, open as ErasureDue['open'])
      }
      if (type === 'ScopesErased') certify(stream, open as ScopesErased['open'])
    },
    addUnreadable: ({ type, stream }: Pick<RecordedEvent, 'type' | 'stream'>): void => {
      if (!isOfErasure({ type, stream })) return
      declaredRuns.delete(stream)
      report(stream, 'unreadable')
    },
    finish: (): CertificateCheck => {
      const uncertified = [...declaredRuns.keys()].filter(needsCertificate)
      const missing = uncertifiedRuns.filter((stream) => uncertified.includes(stream))
      for (const stream of missing) report(stream, 'missing')
      return { checked, unfinished: uncertified.length - missing.length, findings }
    },
  }
}

/**
 * Checks every certificate of a log with the verifying key alone: signatures, the agreement with the declarations in the
 * log, and that no run lacks one. Reads the log once; reports how many events of each page are read. Throws the error of
 * a store that does not answer.
 */
export const checkCertificatesOfLog =
  (eventTable: EventTable, verify: ReturnType<typeof verifyCertificate>) =>
  async (
    log: LogName,
    store: Pick<EventStore, 'readAll'>,
    report: (events: number) => void,
    isRefused: IsRefused = () => false,
  ): Promise<CertificateCheck> => {
    const check = createCertificateCheck(verify, log, isRefused)
    const decode = decodeEvent(eventTable)(log)
    const addPage = (page: EventPage): void => {
      for (const stored of page.filter(isOfErasure)) {
        const event = decode(stored)
        if (E.isRight(event)) check.addEvent(openPartOf(event.right))
        else check.addUnreadable(stored)
      }
    }
    for await (const page of store.readAll({})) {
      addPage(page)
      report(page.length)
    }
    return check.finish()
  }
