/** The progress of long work, in counts of one thing. */
export interface WorkProgress {
  readonly what: string
  readonly done: number
  /** Zero when the total is unknown. */
  readonly total: number
}

/** Where a command writes: a terminal, a pipe, or a client on a socket. */
export interface CliOutput {
  /** Writes a line of the answer. */
  readonly writeLine: (text: string) => void
  /** Writes what is wrong and what to do about it. */
  readonly writeProblem: (text: string) => void
  /** Writes what the user should know although nothing is wrong. It is not part of the answer. */
  readonly writeNotice: (text: string) => void
  readonly showProgress: (showProgress: WorkProgress) => void
  /** Ends the progress display. */
  readonly endProgress: () => void
}
