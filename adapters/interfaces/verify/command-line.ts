import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseDeletionRules, type DeletionRules } from './deletion-rules'
import { VerificationError, headFilesAt, readText } from './export-folder'
import { readKeyFiles } from './key-files'
import { readLibraryKeys, readWitnessKeys } from './read-public-keys'
import type { VerificationRequest } from './verify-export'

export const usage = `Usage: glemsom-verify EXPORT --key FILE [--witness FILE] [--known PATH] [--keys FOLDER] [--rules FILE] [--json]

Answers from an export, without the library and without its keys: was anything kept too long, was anything erased
that was not due, was anything altered, and since when.
  EXPORT          the folder that "glemsom audit export" wrote
  --key FILE      the public key of the library, which you know to be the library's; again for an earlier one
  --witness FILE  the keys of witnesses whose cosignatures you believe, one a line; again for more
  --known PATH    signed heads that you have from elsewhere: a file with one, or an earlier export; again for more
  --keys FOLDER   a copy of the folder "keys", made after the export: its rows count in the place of the signed list
  --rules FILE    deletion rules in the place of those of this program
  --json          print JSON

Exit codes: 0 nothing found, 1 something found, or a question that the export cannot answer, 2 wrong usage or
unreadable files.`

const options = {
  key: { type: 'string', multiple: true },
  witness: { type: 'string', multiple: true },
  known: { type: 'string', multiple: true },
  keys: { type: 'string' },
  rules: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const rulesOfProgram = path.join(__dirname, 'deletion-rules.jsonl')

const readRules = (file: string): DeletionRules => {
  const rules = parseDeletionRules(readText(file))
  if (rules === undefined)
    throw new VerificationError(`${file} has no deletion rules: each line is the rule of a class, in JSON`)
  return rules
}

/** What a command line asks for. */
export type ParsedCommandLine =
  | { readonly asksFor: 'help' }
  | { readonly asksFor: 'verification'; readonly isJson: boolean; readonly request: VerificationRequest }

/** Reads a command line and the files that it names, but for the export. Throws an Error that says what is wrong. */
export const parseCommandLine = async (argv: ReadonlyArray<string>): Promise<ParsedCommandLine> => {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [folder, ...others] = positionals
  if (values.help === true) return { asksFor: 'help' }
  if (folder === undefined || others.length > 0 || values.key === undefined) throw new VerificationError(usage)
  const rules = readRules(values.rules ?? rulesOfProgram)
  return {
    asksFor: 'verification',
    isJson: values.json === true,
    request: {
      ...{ folder, rules },
      keys: values.key.flatMap(readLibraryKeys),
      witnesses: (values.witness ?? []).flatMap(readWitnessKeys),
      known: (values.known ?? []).flatMap(headFilesAt),
      keyFiles: values.keys === undefined ? undefined : await readKeyFiles(values.keys, rules),
    },
  }
}
