import type { Out, Progress } from '../../../../adapters/interfaces/cli/out'

/** What was said, kept for looking at. */
export interface Collected extends Out {
  readonly lines: string[]
  readonly problems: string[]
  readonly told: Progress[]
}

export const collected = (): Collected => {
  const lines: string[] = []
  const problems: string[] = []
  const told: Progress[] = []
  return {
    lines,
    problems,
    told,
    line: (text) => void lines.push(text),
    problem: (text) => void problems.push(text),
    progress: (progress) => void told.push(progress),
    endProgress: () => undefined,
  }
}
