import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'

/** A stored event of the golden log. `sealed` is in base64; `digest` is of its decoded parts. */
export interface GoldenLine {
  readonly log: LogName
  readonly stream: string
  readonly revision: number
  readonly id: string
  readonly type: string
  readonly version: number
  readonly recorded: string
  readonly open: string
  readonly sealed: string
  readonly digest: string
}

/** The key ring of the golden log: one epoch, keys in hex. */
export interface GoldenRing {
  readonly library: string
  readonly epoch: number
  readonly wrapping: string
  readonly readModels: string
}

/** A row of the golden key store, bytes in hex. */
export interface GoldenKey {
  readonly scope: string
  readonly class: ScopeClass
  readonly version: number
  readonly epoch: number
  readonly fingerprint: string
  readonly wrapped: string
}

/** The digest of the rows that a version of a read model makes of the first lines of the log. */
export interface GoldenRows {
  readonly model: string
  readonly version: number
  readonly lines: number
  readonly digest: string
}

interface GoldenFiles {
  readonly 'log.jsonl': GoldenLine
  readonly 'ring.jsonl': GoldenRing
  readonly 'keys.jsonl': GoldenKey
  readonly 'rows.jsonl': GoldenRows
}

const goldenPath = (file: string): string => path.join(process.cwd(), 'test', 'golden', file)

/** The lines of a golden file; none before it is first written. */
export const readGoldenFile = <F extends keyof GoldenFiles>(file: F): ReadonlyArray<GoldenFiles[F]> =>
  existsSync(goldenPath(file))
    ? readFileSync(goldenPath(file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as GoldenFiles[F])
    : []

/** Appends lines. Existing lines never change. */
export const appendGoldenLines = <F extends keyof GoldenFiles>(file: F, lines: ReadonlyArray<GoldenFiles[F]>): void => {
  if (lines.length > 0) appendFileSync(goldenPath(file), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
