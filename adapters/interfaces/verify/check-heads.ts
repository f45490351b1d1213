import path from 'node:path'
import type { LogName } from './exported-event'
import { VerificationError, type HeadFile } from './export-folder'
import type { NoteKey } from './note-key'
import { parseHead, verifyHead, type Cosignature } from './signed-head'

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

/** A head that is believed may have a wrong cosignature too. */
interface CheckedHead {
  readonly valid: ValidHead | undefined
  readonly problem: HeadFinding['problem'] | undefined
}

const checkHeadOfExport = (origin: string, keys: ReadonlyArray<NoteKey>, { file, text }: HeadFile): CheckedHead => {
  const head = parseHead(text)
  if (head === undefined || head.size !== Number(path.basename(file))) return { valid: undefined, problem: 'damaged' }
  if (head.origin !== origin) return { valid: undefined, problem: 'of another log' }
  const { isSignedByLog, cosignatures, wrong } = verifyHead(head, keys)
  if (!isSignedByLog) return { valid: undefined, problem: 'not signed by the library' }
  const { size, root } = head
  return {
    valid: { size, root, source: 'export', cosignatures },
    problem: wrong.length > 0 ? 'wrong cosignature' : undefined,
  }
}

/** Checks the heads of a log in an export: each must have a signature of the library. Smallest first. */
export const checkHeadsOfExport = (
  origin: string,
  log: LogName,
  keys: ReadonlyArray<NoteKey>,
  files: ReadonlyArray<HeadFile>,
): CheckedHeads => {
  const checked = files.map((each) => ({ file: each.file, ...checkHeadOfExport(origin, keys, each) }))
  return {
    valid: checked.flatMap(({ valid }) => valid ?? []).sort((one, other) => one.size - other.size),
    findings: checked.flatMap(({ file, problem }) => (problem === undefined ? [] : [{ log, file, problem }])),
  }
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
