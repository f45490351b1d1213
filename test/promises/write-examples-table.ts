import { readFileSync, writeFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { replaceGeneratedBlock } from '../../retention/classes/replace-event-catalogue-in-document'
import { examples } from './examples'
import { examplesMarkdown } from './examples-markdown'

/** Replaces the table of examples in the text of a README by the current one. */
export const readmeWithExamples = replaceGeneratedBlock('examples')(examplesMarkdown(examples))

if (require.main === module) {
  const file = process.argv[2] ?? 'test/promises/README.md'
  const written = readmeWithExamples(readFileSync(file, 'utf8'))
  if (E.isRight(written)) writeFileSync(file, written.right)
  else {
    process.stderr.write(`no marker in the file: ${written.left.missing}\n`)
    process.exitCode = 1
  }
}
