import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { decodeNoteKey } from '../../../retention/transparency/formats/note-key'
import type { Witness } from '../../outside/witnesses/submit-head'
import type { EnvironmentVariables } from '../serving/token-verification'

const form =
  'Each line has the key of a witness (name+id+key), a blank, and the address below which it takes heads: w1.example+04d2d833+BD1A… https://w1.example/submit'

const readFile = (file: string): E.Either<string, string> =>
  E.tryCatch(
    () => readFileSync(file, 'utf8'),
    () => `WITNESSES is ${file}, which cannot be read.`,
  )

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text)

const witnessOf =
  (file: string) =>
  ([line, number]: readonly [string, number]): E.Either<string, Witness> => {
    const [keyText = '', url = '', ...rest] = line.trim().split(/\s+/)
    const key = decodeNoteKey(keyText)
    return E.isLeft(key) || key.right.type !== 'cosignature' || !isWebAddress(url) || rest.length > 0
      ? E.left(`WITNESSES is ${file}, whose line ${String(number)} names no witness. ${form}.`)
      : E.right({ key: key.right, url: url.replace(/\/+$/, '') })
  }

/**
 * The witnesses that the file which `WITNESSES` names lists, one a line; lines that are empty or begin with # are passed
 * over. None without the variable. Left: what is wrong, and what to do.
 */
export const readWitnessSettings = ({
  WITNESSES: file,
}: EnvironmentVariables): E.Either<string, ReadonlyArray<Witness>> => {
  if (file === undefined || file === '') return E.right([])
  const text = readFile(file)
  if (E.isLeft(text)) return text
  const lines = text.right.split('\n').map((line, at) => [line, at + 1] as const)
  return E.traverseArray(witnessOf(file))(lines.filter(([line]) => !/^\s*(#|$)/.test(line)))
}
