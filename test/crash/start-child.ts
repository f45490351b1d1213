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
  /** Whether a day was being closed when the child was killed. */
  readonly wasClosing: boolean
}

/** A child process that has loaded its program and waits for the start signal. */
export interface ChildProcess {
  /**
   * Starts the work, kills the child with SIGKILL so many ms after all callers have sent a request, and returns its
   * report. A child that shows progress closes a day before its callers begin, and is killed after an answer at the
   * earliest, however slow the machine is.
   */
  readonly runAndKillAfter: (ms: number, options: { readonly showsProgress: boolean }) => Promise<ChildReport>
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

const countOf = (type: ReportLine['type'], lines: ReadonlyArray<ReportLine>): number =>
  lines.filter((line) => line.type === type).length

const reportFrom = (lines: ReadonlyArray<ReportLine>): ChildReport => ({
  requests: lines.flatMap((line) => (line.type === 'sent' ? [line.request] : [])),
  outcomes: new Map(lines.flatMap((line) => (line.type === 'answered' ? [[line.key, line.outcome]] : []))),
  alarms: lines.flatMap((line) => (line.type === 'alarm' ? [line.kind] : [])),
  daysClosed: countOf('dayClosed', lines),
  wasClosing: countOf('closingDay', lines) > countOf('dayClosed', lines),
})

export const startChild = (folder: string, seed: number): ChildProcess => {
  const child = spawn(process.execPath, [compiledProject.program('child/send-until-killed.js'), folder, String(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (some: string) => {
    text += some
  })
  const hasReported = (type: ReportLine['type']): Promise<void> =>
    new Promise((resolve) => {
      child.stdout.on('data', () => {
        if (text.includes(`"type":"${type}"`)) resolve()
      })
    })
  const [allCallersStarted, firstAnswer] = [hasReported('allStarted'), hasReported('answered')]
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await closed
  }
  return {
    runAndKillAfter: async (ms, { showsProgress }) => {
      child.stdin.write(showsProgress ? startSignals.afterClosingDay : startSignals.atOnce)
      await Promise.race([Promise.all([allCallersStarted, showsProgress ? firstAnswer : undefined]), closed])
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
