import { writeSync } from 'node:fs'
import type { KeyedRequest } from '../keyed-request'
import type { RequestOutcome } from '../request-outcome'

/** A line of the child's report. `printReportLine` returns when the line has left the process, so a kill cannot lose it. */
export type ReportLine =
  | { readonly reports: 'full' }
  | { readonly reports: 'ordered'; readonly order: KeyedRequest }
  | { readonly reports: 'came to'; readonly key: string; readonly outcome: RequestOutcome }
  | { readonly reports: 'alarm'; readonly kind: string }
  | { readonly reports: 'moved'; readonly to: string }

const output = 1

export const printReportLine = (line: ReportLine): void => void writeSync(output, `${JSON.stringify(line)}\n`)
