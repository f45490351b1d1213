import path from 'node:path'
import type { LogName } from './exported-event'
import { VerificationError, type HeadFile } from './export-folder'
import type { NoteKey } from './note-key'
import { parseHead, verifyHead, type Cosignature, type UnverifiedHead } from './signed-head'

/** A head that is believed. */
export interface ValidHead {
  readonly size: number
  readonly root: Buffer
  /** `known`: whoever verifies had it from elsewhere. */
  readonly source: 'export' | 'known'
  readonly cosignatures: ReadonlyArray<Cosignature>
}

/** A head of the export that is not believed, or one with a wrong cosignature. */
export interface HeadFinding {
  readonly log: LogName
  readonly file: string
  readonly problem: 'damaged' | 'of another log' | 'not signed by the library' | 'wrong cosignature'
}

export interface CheckedHeads {
  readonly valid: ReadonlyArray<ValidHead>
  readonly findings: ReadonlyArray<HeadFinding>
}

/** The name of a log in its heads and keys. */
export const originOf = (library: string, log: LogName): string => `glemsom/${library}/${log}`

const problemOf = (
  origin: string,
  keys: ReadonlyArray<NoteKey>,
  head: UnverifiedHead | undefined,
  file: string,
): HeadFinding['problem'] | undefined => {
  if (head === undefined || head.size !== Number(path.basename(file))) return 'damaged'
  if (head.origin !== origin) return 'of another log'
  const { isSignedByLog, wrong } = verifyHead(head, keys)
  if (!isSignedByLog) return 'not signed by the library'
  return wrong.length > 0 ? 'wrong cosignature' : undefined
}

/** Checks the heads of a log in an export: each must have a signature of the library. Smallest first. */
export const checkHeadsOfExport = (
  origin: string,
  log: LogName,
  keys: ReadonlyArray<NoteKey>,
  files: ReadonlyArray<HeadFile>,
): CheckedHeads => {
  const valid: ValidHead[] = []
  const findings: HeadFinding[] = []
  for (const { file, text } of files) {
    const head = parseHead(text)
    const problem = problemOf(origin, keys, head, file)
    if (problem !== undefined) findings.push({ log, file, problem })
    if (head === undefined || (problem !== undefined && problem !== 'wrong cosignature')) continue
    const { size, root } = head
    valid.push({ size, root, source: 'export', cosignatures: verifyHead(head, keys).cosignatures })
  }
  return { valid: valid.sort((one, other) => one.size - other.size), findings }
}

/**
 * The heads of a log among those that are known from elsewhere. Each must be a head of one of these logs with a signature of
 * the library or of a witness; otherwise VerificationError is thrown: nothing could be concluded from it.
 */
export const knownHeadsOf = (
  origins: ReadonlyArray<string>,
  origin: string,
  keys: ReadonlyArray<NoteKey>,
  files: ReadonlyArray<HeadFile>,
): ReadonlyArray<ValidHead> =>
  files.flatMap(({ file, text }) => {
    const head = parseHead(text)
    if (head === undefined || !origins.includes(head.origin))
      throw new VerificationError(`${file} is not a signed head of this library`)
    if (head.origin !== origin) return []
    const { isSignedByLog, cosignatures } = verifyHead(head, keys)
    if (!isSignedByLog && cosignatures.length === 0)
      throw new VerificationError(`${file} has no signature of the library or of a witness that you named`)
    return [{ size: head.size, root: head.root, source: 'known' as const, cosignatures }]
  })
