import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'

/** An event as it was written; `sealed` is in base64, `digest` is of what its parts say. */
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

/** The ring of the golden log: one epoch, its keys in hex. */
export interface GoldenRing {
  readonly library: string
  readonly epoch: number
  readonly wrapping: string
  readonly readModels: string
}

/** A row of its key store, bytes in hex. */
export interface GoldenKey {
  readonly scope: string
  readonly class: ScopeClass
  readonly version: number
  readonly epoch: number
  readonly fingerprint: string
  readonly wrapped: string
}

/** What a read model, in one of its versions, made of the first lines of the log. */
export interface GoldenRows {
  readonly model: string
  readonly version: number
  readonly lines: number
  readonly digest: string
}

interface Files {
  readonly 'log.jsonl': GoldenLine
  readonly 'ring.jsonl': GoldenRing
  readonly 'keys.jsonl': GoldenKey
  readonly 'rows.jsonl': GoldenRows
}

const at = (file: string): string => path.join(process.cwd(), 'test', 'golden', file)

/** The lines of a file of the golden log; none before it is first written. */
export const linesOf = <F extends keyof Files>(file: F): ReadonlyArray<Files[F]> =>
  existsSync(at(file))
    ? readFileSync(at(file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Files[F])
    : []

/** Adds lines at the end. Nothing that stands is ever changed. */
export const addLines = <F extends keyof Files>(file: F, lines: ReadonlyArray<Files[F]>): void => {
  if (lines.length > 0) appendFileSync(at(file), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
