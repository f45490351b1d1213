import { writeSync } from 'node:fs'
import type { KeyedRequest } from '../keyed-request'
import type { RequestOutcome } from '../request-outcome'

/** A line of the child's report. `printReportLine` returns when the line has left the process, so a kill cannot lose it. */
export type ReportLine =
  | { readonly type: 'allStarted' }
  | { readonly type: 'sent'; readonly request: KeyedRequest }
  | { readonly type: 'answered'; readonly key: string; readonly outcome: RequestOutcome }
  | { readonly type: 'alarm'; readonly kind: string }
  | { readonly type: 'closingDay' }
  | { readonly type: 'dayClosed'; readonly to: string }

const output = 1

/** Waits 1 ms. The thread does nothing else meanwhile. */
const waitForReader = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)

/** Writes some of the bytes and answers how many; none while the pipe is full. */
const writeSome = (bytes: Buffer, from: number): number => {
  try {
    return writeSync(output, bytes, from)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    waitForReader()
    return 0
  }
}

export const printReportLine = (line: ReportLine): void => {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
  for (let written = 0; written < bytes.length;) written += writeSome(bytes, written)
}
