import { writeSync } from 'node:fs'
import type { KeyedRequest } from '../keyed-request'
import type { RequestOutcome } from '../request-outcome'

/** A line of the child's report. `printReportLine` returns when the line has left the process, so a kill cannot lose it. */
export type ReportLine =
  | { readonly type: 'allStarted' }
  | { readonly type: 'sent'; readonly request: KeyedRequest }
  | { readonly type: 'answered'; readonly key: string; readonly outcome: RequestOutcome }
  | { readonly type: 'alarm'; readonly kind: string }
  | { readonly type: 'dayClosed'; readonly to: string }

const output = 1

export const printReportLine = (line: ReportLine): void => void writeSync(output, `${JSON.stringify(line)}\n`)
