import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { leafRecordOf, parseEventLine } from '../../../../adapters/interfaces/verify/exported-event'
import { rootsOfLeaves } from '../../../../adapters/processes/transparency/signed-leaves'
import { canonicalJson } from '../../../../domain/event/canonical-json'
import { logNames, type LogName } from '../../../../domain/event/stream'
import { encodeCheckpoint } from '../../../../retention/transparency/formats/checkpoint'
import { messageOfCosignature } from '../../../../retention/transparency/formats/cosignature'
import { encodeNoteKey, keyIdOf, noteKeyOfPem, type NoteKey } from '../../../../retention/transparency/formats/note-key'
import { toBase64 } from '../../../../retention/transparency/formats/strict-texts'
import { encodeSignedNote, type NoteSignature } from '../../../../retention/transparency/formats/signed-note'
import { hashAt, hashLeaves, hashLength } from '../../../../retention/transparency/tree/hashes'
import { eventFile, linesIn, writeLinesTo } from './example-export'

/** The key of somebody who can sign as the library. */
export interface Signer {
  readonly privateKey: KeyObject
  /** SPKI in PEM. */
  readonly pem: string
}

export const makeSigner = (): Signer => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }) }
}

/** The hashes of the leaves of the exported events. */
const leavesOf = (folder: string, log: LogName): Buffer =>
  hashLeaves(linesIn(eventFile(folder, log)).map((line) => leafRecordOf(log, parseEventLine(line)!)))

const headFolder = (folder: string, log: LogName): string => path.join(folder, 'heads', log)

/** The sizes of the heads of a log in an export, smallest first. */
export const headSizes = (folder: string, log: LogName): ReadonlyArray<number> =>
  readdirSync(headFolder(folder, log)).sort().map(Number)

export const headFile = (folder: string, log: LogName, size: number): string =>
  path.join(headFolder(folder, log), String(size).padStart(12, '0'))

interface Statement {
  readonly library: string
  readonly [member: string]: unknown
}

const statementIn = (folder: string): Statement =>
  JSON.parse(linesIn(path.join(folder, 'living-scopes.txt'))[0]!) as Statement

const signatureBy = ({ privateKey }: Signer, key: NoteKey, text: string): NoteSignature => ({
  ...{ name: key.name, keyId: keyIdOf(key) },
  signature: sign(null, Buffer.from(text), privateKey),
})

/** The text of the head of the first events of an export. */
const checkpointOf = (folder: string, log: LogName, size: number): string =>
  encodeCheckpoint({
    ...{ origin: `glemsom/${statementIn(folder).library}/${log}`, size },
    root: rootsOfLeaves(leavesOf(folder, log), [size])[0]!,
  })

/** Signs the head of the first events of an export. */
export const signHead = (signer: Signer, folder: string, log: LogName, size: number): void => {
  const text = checkpointOf(folder, log, size)
  const key = noteKeyOfPem('ed25519', text.split('\n')[0]!)(signer.pem)
  writeFileSync(headFile(folder, log, size), encodeSignedNote({ text, signatures: [signatureBy(signer, key, text)] }))
}

/** Signs the list again, over the events as they are now, and with these scopes. */
export const signList = (
  signer: Signer,
  folder: string,
  change: (scopes: ReadonlyArray<string>) => ReadonlyArray<string> = (scopes) => scopes,
): void => {
  const file = path.join(folder, 'living-scopes.txt')
  const scopes = change(linesIn(file).slice(2))
  const extents = logNames.map((log) => {
    const text = readFileSync(eventFile(folder, log))
    const events = linesIn(eventFile(folder, log)).length
    return [
      log,
      { ...(statementIn(folder)[log] as object), events, sha256: createHash('sha256').update(text).digest('hex') },
    ] as const
  })
  const sha256 = createHash('sha256')
    .update(scopes.map((line) => `${line}\n`).join(''))
    .digest('hex')
  const statement = canonicalJson({
    ...statementIn(folder),
    ...Object.fromEntries(extents),
    ...{ scopes: scopes.length, sha256 },
  })
  const signature = sign(null, Buffer.from(statement), signer.privateKey).toString('base64')
  writeLinesTo(file, [statement, signature, ...scopes])
}

/** Computes the hashes of the leaves again, as far as the newest head. */
const writeLeaves = (folder: string, log: LogName): void => {
  const leaves = leavesOf(folder, log)
  const hashes = Array.from({ length: leaves.length / hashLength }, (_, at) => toBase64(hashAt(leaves, at)))
  writeLinesTo(path.join(folder, `${log}-leaves.txt`), hashes)
}

/** What somebody does who has the key of the library: signs everything over the events as they are now. */
export const signExportAgain = (signer: Signer, folder: string): void => {
  for (const log of logNames) {
    const events = linesIn(eventFile(folder, log)).length
    for (const size of headSizes(folder, log))
      if (size <= events) signHead(signer, folder, log, size)
      else rmSync(headFile(folder, log, size))
    writeLeaves(folder, log)
  }
  signList(signer, folder)
}

/** A witness, with the line of its key. */
export const makeWitness = () => {
  const signer = makeSigner()
  const key = noteKeyOfPem('cosignature', 'witness.example')(signer.pem)
  const cosign = (note: string, time: number): string => {
    const text = note.slice(0, note.indexOf('\n\n') + 1)
    const signed = signatureBy(signer, key, messageOfCosignature(time, text))
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(BigInt(time))
    const cosignature = { ...signed, signature: Buffer.concat([bytes, signed.signature]) }
    return `${note}${encodeSignedNote({ text: '', signatures: [cosignature] }).trimStart()}`
  }
  return { keyLine: `${encodeNoteKey(key)}\n`, cosign }
}
