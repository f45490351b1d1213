#!/usr/bin/env node
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import * as E from 'fp-ts/Either'
import { logNames } from '../../../domain/event/stream'
import { livingScopesFile } from '../../../retention/completeness/export-files'
import { CannotVerify } from './read-export'
import { exportVerificationRefusalText, verifyUsage, verificationReportLines } from './verify-texts'
import { verifyExport, type VerifyExportRequest } from './verify-export'

/** The exit codes; `glemsom` has the same. */
const [complete, refused, wrongUsage] = [0, 1, 2] as const

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CannotVerify(`${file} cannot be read`)
  }
}

const readPublicKey = (file: string): string => {
  const pem = readText(file)
  try {
    return createPublicKey(pem).export({ type: 'spki', format: 'pem' })
  } catch {
    throw new CannotVerify(`${file} is not a public key in PEM: "glemsom certificates key" prints it`)
  }
}

/** The SQLite driver is loaded only for this. */
const readKeyFiles = async (folder: string): Promise<NonNullable<VerifyExportRequest['keyFiles']>> => {
  const { readKeyStoreFile } = await import('../../stores/keystore/sqlite/read-key-store-file.js')
  const contents = logNames.map((log) => {
    const file = path.join(folder, `keys-${log}.db`)
    const content = readKeyStoreFile(file)
    if (E.isLeft(content)) throw new CannotVerify(`${file} cannot be read: ${content.left.reason}`)
    return content.right
  })
  return { libraries: contents.map(({ library }) => library), rows: contents.flatMap(({ rows }) => rows) }
}

const options = {
  key: { type: 'string' },
  living: { type: 'string' },
  keys: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const writeLines = (lines: ReadonlyArray<string>): void => void process.stdout.write(`${lines.join('\n')}\n`)

const run = async (argv: ReadonlyArray<string>): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [folder, ...others] = positionals
  if (values.help === true) {
    writeLines([verifyUsage])
    return complete
  }
  if (folder === undefined || others.length > 0 || values.key === undefined) throw new CannotVerify(verifyUsage)
  const verified = await verifyExport({
    folder,
    list: readText(values.living ?? path.join(folder, livingScopesFile)),
    verifyingKey: readPublicKey(values.key),
    keyFiles: values.keys === undefined ? undefined : await readKeyFiles(values.keys),
  })
  if (E.isLeft(verified))
    writeLines([values.json === true ? JSON.stringify(verified.left) : exportVerificationRefusalText(verified.left)])
  else writeLines(values.json === true ? [JSON.stringify(verified.right)] : verificationReportLines(verified.right))
  return E.isRight(verified) && verified.right.isComplete ? complete : refused
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = wrongUsage
  },
)
