import { createHash } from 'node:crypto'
import { canonicalJson, isRecord, parseJson, type JsonRecord } from './canonical-json'

/** The log of things and the log of people. */
export type LogName = 'circulation' | 'persons'
export const logNames: ReadonlyArray<LogName> = ['circulation', 'persons']

/** An event as a line of an export has it. Digests are SHA-256 in base64. */
export interface ExportedEvent {
  readonly id: string
  readonly type: string
  readonly version: number
  readonly stream: string
  /** The index of the event in its stream, from 0. */
  readonly revision: number
  /** The day of recording; in *persons* the month. */
  readonly recorded: string
  /** The open part as it is stored: JSON, as a string. */
  readonly open: string
  /** The digest of the code; null for an event that is older than the codes. */
  readonly code: string | null
  /** The digest of each sealed part; undefined when the library cannot tell the parts apart. */
  readonly sealed: ReadonlyArray<string> | undefined
  /** In the place of `sealed`: the digest of all sealed bytes. */
  readonly damaged: string | undefined
}

const isDigest = (value: unknown): value is string => typeof value === 'string'
const isDigests = (value: unknown): value is ReadonlyArray<string> => Array.isArray(value) && value.every(isDigest)

const textMembers = ['id', 'type', 'stream', 'recorded', 'open']
const numberMembers = ['version', 'revision']
const memberCount = textMembers.length + numberMembers.length + 2

const isExportedEvent = (value: JsonRecord): boolean =>
  Object.keys(value).length === memberCount &&
  textMembers.every((name) => typeof value[name] === 'string') &&
  numberMembers.every((name) => Number.isSafeInteger(value[name])) &&
  (value['code'] === null || isDigest(value['code'])) &&
  (isDigests(value['sealed']) || isDigest(value['damaged']))

/** Reads a line, without its line feed. Undefined when it is not exactly what an export writes. */
export const parseEventLine = (line: string): ExportedEvent | undefined => {
  const value = parseJson(line)
  if (!isRecord(value) || !isExportedEvent(value) || canonicalJson(value) !== line) return undefined
  return { sealed: undefined, damaged: undefined, ...value } as object as ExportedEvent
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64')

/** The most bytes that an entry of a transparency log can hold. */
const longestLeafRecord = 65_535

/**
 * The record of an event that is a leaf of the tree of its log: the line of the export, with the name of the log, and with
 * the SHA-256 of the open part in the place of the open part.
 */
export const leafRecordOf = (log: LogName, event: ExportedEvent): string => {
  const { code, id, open, recorded, revision, sealed, damaged, stream, type, version } = event
  const before = canonicalJson({ code, id, log, open: sha256(open), recorded, revision })
  // `damaged` stands where `sealed` would: so this part is not sorted by name.
  const parts = damaged === undefined ? canonicalJson({ sealed }) : canonicalJson({ damaged })
  const after = canonicalJson({ stream, type, version })
  const record = `${before.slice(0, -1)},${parts.slice(1, -1)},${after.slice(1)}`
  return Buffer.byteLength(record) > longestLeafRecord ? canonicalJson({ tooLong: sha256(record) }) : record
}
