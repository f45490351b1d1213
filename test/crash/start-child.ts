import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { ReportLine } from './child/report-line'
import { startSignals } from './child/start-signals'
import { compiledProject } from './compiled-project'
import type { KeyedRequest } from './keyed-request'
import type { RequestOutcome } from './request-outcome'

/** What a child had reported when it was killed. */
export interface ChildReport {
  readonly requests: ReadonlyArray<KeyedRequest>
  readonly outcomes: ReadonlyMap<string, RequestOutcome>
  readonly alarms: ReadonlyArray<string>
  readonly daysClosed: number
}

/** A child process that has loaded its program and waits for the start signal. */
export interface ChildProcess {
  /**
   * Starts the work (if asked, the child closes a day before its callers begin), kills the child with SIGKILL so many ms
   * after all callers have sent a request, and returns its report.
   */
  readonly runAndKillAfter: (ms: number, options: { readonly closesDayFirst: boolean }) => Promise<ChildReport>
  /** Starts the work, and kills the child so many ms after the condition holds. */
  readonly runAndKillOnce: (condition: () => boolean, ms: number) => Promise<void>
  /** Kills a child that was not started. */
  readonly kill: () => Promise<void>
}

const parseLines = (text: string): ReadonlyArray<ReportLine> =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReportLine)

const reportFrom = (lines: ReadonlyArray<ReportLine>): ChildReport => ({
  requests: lines.flatMap((line) => (line.type === 'sent' ? [line.request] : [])),
  outcomes: new Map(lines.flatMap((line) => (line.type === 'answered' ? [[line.key, line.outcome]] : []))),
  alarms: lines.flatMap((line) => (line.type === 'alarm' ? [line.kind] : [])),
  daysClosed: lines.filter(({ type }) => type === 'dayClosed').length,
})

export const startChild = (folder: string, seed: number): ChildProcess => {
  const child = spawn(process.execPath, [compiledProject.program('child/send-until-killed.js'), folder, String(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  let text = ''
  const allCallersStarted = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (some: string) => {
      text += some
      if (text.includes('"type":"allStarted"')) resolve()
    })
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await closed
  }
  return {
    runAndKillAfter: async (ms, { closesDayFirst }) => {
      child.stdin.write(closesDayFirst ? startSignals.afterClosingDay : startSignals.atOnce)
      await Promise.race([allCallersStarted, closed])
      await setTimeout(ms)
      await kill()
      return reportFrom(parseLines(text))
    },
    runAndKillOnce: async (condition, ms) => {
      child.stdin.write(startSignals.atOnce)
      while (!condition() && child.exitCode === null) await setTimeout(1)
      await setTimeout(ms)
      await kill()
    },
    kill,
  }
}
