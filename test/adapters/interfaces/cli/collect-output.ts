import type { CliOutput, WorkProgress } from '../../../../adapters/interfaces/cli/cli-output'

/** Output that a test can inspect. */
export interface CollectedOutput extends CliOutput {
  readonly lines: string[]
  readonly problems: string[]
  readonly notices: string[]
  readonly progressReports: WorkProgress[]
}

export const collectOutput = (): CollectedOutput => {
  const lines: string[] = []
  const problems: string[] = []
  const notices: string[] = []
  const progressReports: WorkProgress[] = []
  return {
    lines,
    problems,
    notices,
    progressReports,
    writeLine: (text) => void lines.push(text),
    writeProblem: (text) => void problems.push(text),
    writeNotice: (text) => void notices.push(text),
    showProgress: (progress) => void progressReports.push(progress),
    endProgress: () => undefined,
  }
}
