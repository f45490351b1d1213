import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A step of the tour: shell lines, and texts that their output must contain. */
export interface TourStep {
  readonly lines: string
  /** The output contains each of these texts, in this order. */
  readonly expected: ReadonlyArray<string>
}

const readme = path.join(__dirname, '..', '..', 'README.md')

const block = /```(sh tour|text)\n([\s\S]*?)```/g

/** The `sh` blocks of a text that no tour runs. */
export const shellBlocksIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, content = '']) => content)

/** The pieces of inline code of a text, in order. */
export const inlineCodeIn = (text: string): ReadonlyArray<string> =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

/** The steps of the tour in the README: a `text` block says what the `sh tour` block before it prints. */
export const readTourSteps = (text: string = readFileSync(readme, 'utf8')): ReadonlyArray<TourStep> => {
  const steps: TourStep[] = []
  for (const [, kind, content = ''] of text.matchAll(block)) {
    const last = steps.at(-1)
    if (kind === 'sh tour') steps.push({ lines: content, expected: [] })
    else if (last !== undefined) {
      steps.pop()
      steps.push({ ...last, expected: content.trimEnd().split('\n') })
    }
  }
  return steps
}
