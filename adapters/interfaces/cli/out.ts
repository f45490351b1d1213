/** How far some long work has come, as counts of the same thing. */
export interface Progress {
  readonly what: string
  readonly done: number
  /** Zero when nobody knows. */
  readonly total: number
}

/** Whoever reads what a command has to say: a terminal, a pipe, or a client at the other end of a socket. */
export interface Out {
  /** The answer itself, a line at a time. */
  readonly line: (text: string) => void
  /** What is wrong, and what to do about it. */
  readonly problem: (text: string) => void
  readonly progress: (progress: Progress) => void
  /** No more progress comes: a bar is taken away. */
  readonly endProgress: () => void
}
