import type { LogName } from './exported-event'

/** Gets how many events of a log are read, and how many there are. */
export type ReportReadEvents = (log: LogName, read: number, total: number) => void

/** Where progress is shown. */
interface Terminal {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

/** In ms: a terminal need not be written to more often. */
const minTimeBetweenTexts = 100

const eraseLine = '\r\u001b[K'

/**
 * Shows on one line of a terminal how far the logs are read, until `end` erases the line. Shows nothing where there is no
 * terminal: in a file or a pipe.
 */
export const createProgressLine = (terminal: Terminal, elapsed: () => number) => {
  let shownAt = -Infinity
  const show: ReportReadEvents = (log, read, total) => {
    if (terminal.isTTY !== true || elapsed() - shownAt < minTimeBetweenTexts) return
    shownAt = elapsed()
    const percent = Math.min(100, Math.floor((100 * read) / Math.max(1, total)))
    terminal.write(`${eraseLine}Reading ${log}: ${String(percent)} %, ${String(read)} of ${String(total)} events`)
  }
  return {
    show,
    end: (): void => {
      if (shownAt >= 0) terminal.write(eraseLine)
    },
  }
}
