import type { KeyObject } from 'node:crypto'
import { findAlterations, type Alterations } from './find-alterations'
import { createCertificateCheck, type CertificateCheck } from './check-certificates-of-log'
import { checkHeadsOfExport, knownHeadsOf, originOf, type HeadFinding, type ValidHead } from './check-heads'
import { logNames, type LogName } from './exported-event'
import { leavesFileOfLog, headFilesOfExport, readTextIfExists, type HeadFile } from './export-folder'
import type { LogExtent } from './living-scopes'
import { headReference, findingsOfAlterations } from './findings-of-alterations'
import { noteKeyOfLog, type NoteKey } from './note-key'
import type { OpenPartOfEvent } from './open-part-of-event'
import { readLog, type EventFinding, type ExportedLog } from './read-log'
import type { AlterationFinding, ProtectionOfLog } from './export-verification'

/** By what a log is verified. */
export interface LogVerificationRequest {
  readonly folder: string
  readonly library: string
  readonly keys: ReadonlyArray<KeyObject>
  readonly witnesses: ReadonlyArray<NoteKey>
  readonly known: ReadonlyArray<HeadFile>
  /** What the library signed of the log when it made the export. */
  readonly signed: LogExtent
  /** Gets how many events are read. */
  readonly reportRead: (events: number) => void
  /** Gets each readable event, and answers whether it has what is read of it. */
  readonly apply: (part: OpenPartOfEvent) => boolean
}

/** A verified log. */
export interface LogVerification {
  readonly alterations: ReadonlyArray<AlterationFinding>
  readonly alteredEvents: number
  readonly heads: ReadonlyArray<HeadFinding>
  readonly certificates: CertificateCheck['findings']
  readonly events: ReadonlyArray<EventFinding>
  readonly protection: ProtectionOfLog
}

/** The hashes in the file of the leaves, one a line. */
const listedLeaves = (folder: string, log: LogName): Buffer =>
  Buffer.concat(
    (readTextIfExists(leavesFileOfLog(folder, log)) ?? '').split('\n').map((line) => Buffer.from(line, 'base64')),
  )

const witnessesOf = (heads: ReadonlyArray<ValidHead>): ProtectionOfLog['witnesses'] => {
  const newest = new Map<string, ProtectionOfLog['witnesses'][number]>()
  for (const { size, cosignatures } of heads)
    for (const cosignature of cosignatures) newest.set(cosignature.witness, { ...cosignature, size })
  return [...newest.values()]
}

const otherAlterations = (
  log: LogName,
  { events, sha256 }: ExportedLog,
  signed: LogExtent,
  newest: ValidHead | undefined,
): ReadonlyArray<AlterationFinding> => [
  ...(events === signed.events && sha256 === signed.sha256
    ? []
    : [{ kind: 'exportDiffers' as const, log, events, signed: signed.events }]),
  ...(newest === undefined && events > 0 ? [{ kind: 'noHead' as const, log }] : []),
]

const countAltered = ({ events }: Alterations): number => events?.differences.length ?? 0

/** Reads a log of an export, and compares it with all that was signed of it. */
export const verifyLog = async (request: LogVerificationRequest, log: LogName): Promise<LogVerification> => {
  const { folder, library, keys, witnesses, known, signed, apply } = request
  const origins = logNames.map((name) => originOf(library, name))
  const origin = originOf(library, log)
  const noteKeys = [...keys.map((key) => noteKeyOfLog(origin, key)), ...witnesses]
  const ofExport = checkHeadsOfExport(origin, log, noteKeys, headFilesOfExport(folder, log))
  const ofOthers = knownHeadsOf(origins, origin, noteKeys, known)
  const heads = [...ofExport.valid, ...ofOthers].sort((one, other) => one.size - other.size)
  const certificates = createCertificateCheck(log, keys)
  const certificateNumbers: number[] = []
  const applyToAll = (part: OpenPartOfEvent, number: number): boolean => {
    if (part.event.type === 'ScopesErased') certificateNumbers.push(number)
    certificates.apply(part, number)
    return apply(part)
  }
  const sizes = new Set(heads.map(({ size }) => size))
  const read = await readLog(folder, log, sizes, applyToAll, request.reportRead)
  const newest = ofExport.valid.at(-1)
  const alterations = findAlterations(heads, read.leaves, listedLeaves(folder, log))
  const { checked, unfinished, findings } = certificates.finish()
  return {
    alterations: [
      ...(await findingsOfAlterations(folder, log, read, alterations)),
      ...otherAlterations(log, read, signed, newest),
    ],
    alteredEvents: countAltered(alterations),
    heads: ofExport.findings,
    certificates: findings,
    events: read.findings,
    protection: {
      ...{ log, events: read.events, heads: ofExport.valid.length, knownHeads: ofOthers.length },
      newestHead: newest === undefined ? null : headReference(read)(newest),
      witnesses: witnessesOf(heads),
      certificates: checked,
      signedCertificates: certificateNumbers.filter((number) => number <= (newest?.size ?? 0)).length,
      unfinishedRuns: unfinished,
    },
  }
}
