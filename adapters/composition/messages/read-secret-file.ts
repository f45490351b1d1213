import { readFileSync, statSync } from 'node:fs'
import * as E from 'fp-ts/Either'

/** The text of a file with a secret, which the variable names. Left: why it cannot be used. */
export const readSecretFile = (variable: string, file: string): E.Either<string, string> => {
  const named = `The file that ${variable} names, ${file},`
  try {
    if ((statSync(file).mode & 0o077) !== 0)
      return E.left(`${named} can be read by other users than the owner: give it mode 0600.`)
    const secret = readFileSync(file, 'utf8').trim()
    return secret === '' ? E.left(`${named} is empty.`) : E.right(secret)
  } catch {
    return E.left(`${named} is missing or cannot be read.`)
  }
}
