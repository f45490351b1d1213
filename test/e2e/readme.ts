import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A block of the README's tour: lines for a shell, and what a reader is told to see. */
export interface TourStep {
  readonly lines: string
  /** Each of these stands in what the lines print, in this order. */
  readonly seen: ReadonlyArray<string>
}

const readme = path.join(__dirname, '..', '..', 'README.md')

const block = /```(sh tour|text)\n([\s\S]*?)```/g

/** The tour as it stands in the README: a `text` block tells what the `sh tour` block before it prints. */
export const tourOf = (text: string = readFileSync(readme, 'utf8')): ReadonlyArray<TourStep> => {
  const steps: TourStep[] = []
  for (const [, kind, content = ''] of text.matchAll(block)) {
    const last = steps.at(-1)
    if (kind === 'sh tour') steps.push({ lines: content, seen: [] })
    else if (last !== undefined) {
      steps.pop()
      steps.push({ ...last, seen: content.trimEnd().split('\n') })
    }
  }
  return steps
}
