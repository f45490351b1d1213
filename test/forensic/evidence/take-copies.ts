import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { createOperatorApp } from '../../../adapters/interfaces/http/create-operator-app'
import { startHttpServer } from '../../../adapters/interfaces/http/start-http-server'
import { tokenIsRefused } from '../../../adapters/interfaces/http/tokens/token-verifier'
import { createLogger } from '../../../adapters/system/telemetry/logger'
import { createMetrics, type Metrics } from '../../../adapters/system/telemetry/metrics'
import { backUpInto } from '../../fixtures/backups'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { makeListComparison } from './listed-states'
import { makeKeyRowStates, readKeyRows } from './read-key-rows'
import { emptyYearEvidence, noteFigure, noteFiguresOf, type YearEvidence } from './year-evidence'

/** Backups are kept for so many copies: those that the ring in escrow still opens. */
const storedBackups = 8

/** What an attacker gets of each copy, and how the copies of a library are taken. */
export interface CopyTaker {
  readonly evidence: YearEvidence
  /** Counts a command, as the service counts one that it has answered. */
  readonly countCommand: () => void
  readonly noteLogLine: (line: string) => void
  readonly take: (day: number) => Promise<void>
  /** The newest backups, the oldest first. */
  readonly backups: () => ReadonlyArray<string>
  readonly close: () => Promise<void>
}

const noteSizes = (evidence: YearEvidence, name: string, folder: string, day: number): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    // The files of an epoch have its number in their names.
    const called = path.relative(folder, file).replaceAll(/\d+/g, '#')
    noteFigure(evidence, `${name}: ${called}`, day, statSync(file).size)
  }
}

const linesOf = (text: string): ReadonlyArray<string> => text.trimEnd().split('\n')

const listedInInventory = (text: string): ReadonlyMap<string, string> => {
  const listed = new Map<string, string>()
  for (const line of linesOf(text)) {
    const { scope, class: name, fingerprint, erased, event } = JSON.parse(line) as Record<string, unknown>
    if (typeof event === 'string') listed.set(event, 'part')
    else if (typeof scope === 'string') listed.set(scope, [name, fingerprint === null, erased].join())
  }
  return listed
}

const listedAsLiving = (text: string): ReadonlyMap<string, string> =>
  new Map(linesOf(text).slice(2).map((line) => line.split(' ') as [string, string])) // prettier-ignore

const noteMetrics = (evidence: YearEvidence, text: string, day: number): void => {
  for (const line of linesOf(text)) {
    const [, name, value] = /^([^#\s]\S*) (-?[\d.e+-]+)$/.exec(line) ?? []
    if (name !== undefined) noteFigure(evidence, `metrics ${name}`, day, Number(value))
  }
}

const serveMetrics = async (library: RunningLibrary, metrics: Metrics, writeLine: (line: string) => void) => {
  const logger = createLogger({ write: writeLine })
  const tokenVerifier = { verify: () => TE.left(tokenIsRefused('tokenMalformed')) }
  const settings = { library, metrics, logger, publicUrl: 'https://bibliotek.example.dk', mode: 'trial' as const }
  return startHttpServer(createOperatorApp({ ...settings, tokenVerifier }), { host: '127.0.0.1', port: 0 })
}

/** Takes copies of a library in `folder`, into folders beside it. */
export const makeCopyTaker = async (library: RunningLibrary, folder: string): Promise<CopyTaker> => {
  const evidence = emptyYearEvidence()
  const elapsed = { now: 0 }
  const metrics = createMetrics({ elapsed: () => elapsed.now })
  const logLines = new Map<string, number>()
  const noteLogLine = (line: string): void => {
    const kind = line.replaceAll(/[0-9a-f-]{36}|\d+/g, '#').trim()
    logLines.set(kind, (logLines.get(kind) ?? 0) + 1)
  }
  const server = await serveMetrics(library, metrics, noteLogLine)
  const compare = Object.fromEntries(
    ['key rows', 'inventory', 'living list'].map((source) => [source, makeListComparison(evidence, source)]),
  )
  const stateOfRows = makeKeyRowStates()
  const backups: string[] = []
  const backUp = async (day: number): Promise<void> => {
    const backup = `${folder}-backup-${String(day)}`
    await backUpInto(library, backup)
    backups.push(backup)
    noteSizes(evidence, 'backup', backup, day)
    for (const part of ['logs', 'keys']) {
      const manifest = readFileSync(path.join(backup, part, 'manifest.json'), 'utf8')
      noteFiguresOf(evidence, `manifest of ${part}`, day, JSON.parse(manifest))
    }
    compare['key rows']?.(day, stateOfRows(readKeyRows({ file: path.join(backup, 'keys', 'keys-circulation.db') })))
    if (backups.length > storedBackups) rmSync(backups.shift() ?? '', { recursive: true })
  }
  return {
    evidence,
    noteLogLine,
    countCommand: () => {
      elapsed.now += 600_000
      metrics.recordRequest({ kind: 'command', status: 201, seconds: 0.004 })
    },
    take: async (day) => {
      noteSizes(evidence, 'folder', folder, day)
      await backUp(day)
      const inventory = `${folder}-inventory`
      rightOrThrow(await library.writeInventory(inventory)())
      compare['inventory']?.(day, listedInInventory(readFileSync(inventory, 'utf8')))
      rmSync(inventory)
      const { text } = rightOrThrow(await library.audit.livingScopes(() => undefined)())
      noteFiguresOf(evidence, 'living list', day, JSON.parse(linesOf(text)[0] ?? '{}'))
      compare['living list']?.(day, listedAsLiving(text))
      noteMetrics(evidence, await (await fetch(`${server.url}/metrics`)).text(), day)
      noteFiguresOf(evidence, 'health', day, await (await fetch(`${server.url}/health`)).json())
      for (const [kind, count] of logLines) noteFigure(evidence, `log lines ${kind}`, day, count)
    },
    backups: () => backups,
    close: () => server.close(),
  }
}
