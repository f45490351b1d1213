import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LogName } from './exported-event'

/** What cannot be verified at all, and why: a sentence for people. */
export class VerificationError extends Error {}

/** The files of an export. */
export const exportFileOfLog = (folder: string, log: LogName): string => path.join(folder, `${log}.jsonl`)
export const leavesFileOfLog = (folder: string, log: LogName): string => path.join(folder, `${log}-leaves.txt`)
export const livingScopesFile = (folder: string): string => path.join(folder, 'living-scopes.txt')
export const deletionRulesFile = (folder: string): string => path.join(folder, 'deletion-rules.jsonl')
const headsFolderOfLog = (folder: string, log: LogName): string => path.join(folder, 'heads', log)

/** The text of a file. Throws VerificationError when it cannot be read. */
export const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new VerificationError(`${file} cannot be read`)
  }
}

/** The text of a file that may be missing. */
export const readTextIfExists = (file: string): string | undefined => (existsSync(file) ? readText(file) : undefined)

const lineFeed = 0x0a

/** The lines of a file as bytes, without their line feeds. The end of the file ends a line too, unless it is empty. */
export const linesOfFile = async function* (file: string): AsyncGenerator<Buffer> {
  if (!existsSync(file)) throw new VerificationError(`${file} does not exist: name the folder of an export`)
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk])
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
      yield bytes.subarray(start, end)
      start = end + 1
    }
    rest = bytes.subarray(start)
  }
  if (rest.length > 0) yield rest
}

/** A file that should hold a signed head, and its text. */
export interface HeadFile {
  readonly file: string
  readonly text: string
}

const filesIn = (folder: string): ReadonlyArray<HeadFile> =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => ({ file: path.join(folder, name), text: readText(path.join(folder, name)) }))
    : []

/** The heads of a log in an export. The name of each file is the size of its tree. */
export const headFilesOfExport = (folder: string, log: LogName): ReadonlyArray<HeadFile> =>
  filesIn(headsFolderOfLog(folder, log))

/** The heads at a path: a file with one, or the folder of an export. Throws VerificationError when there is none. */
export const headFilesAt = (at: string): ReadonlyArray<HeadFile> => {
  if (!existsSync(at))
    throw new VerificationError(`${at} does not exist: name a signed head, or the folder of an export`)
  const files = statSync(at).isDirectory()
    ? [...headFilesOfExport(at, 'circulation'), ...headFilesOfExport(at, 'persons')]
    : [{ file: at, text: readText(at) }]
  if (files.length === 0) throw new VerificationError(`${at} has no signed heads`)
  return files
}
