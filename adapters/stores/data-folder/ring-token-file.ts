import { readFileSync } from 'node:fs'
import path from 'node:path'
import { errorCodeOf } from '../../system/files/error-code'
import { writeFileAtomically } from './write-file-atomically'

/** The file of a data folder with the tokens by which its ring knows the folder. No backup has it. */
const tokenFile = 'ring-token.json'

/** The newest token first. The one before it counts until the ring has the newest. */
export const readRingTokens = (root: string): ReadonlyArray<string> => {
  try {
    const tokens: unknown = JSON.parse(readFileSync(path.join(root, tokenFile), 'utf8'))
    return Array.isArray(tokens) ? tokens.filter((token) => typeof token === 'string') : []
  } catch {
    return []
  }
}

/** Whether a folder is gone, or has this token no more. False also when this user cannot tell. */
export const isFolderUsingRingGone = (root: string, token: string): boolean => {
  try {
    const tokens: unknown = JSON.parse(readFileSync(path.join(root, tokenFile), 'utf8'))
    return Array.isArray(tokens) && !tokens.includes(token)
  } catch (error) {
    return errorCodeOf(error) === 'ENOENT'
  }
}

/** Throws as `node:fs` does. */
export const writeFolderTokensForRing = (root: string, tokens: ReadonlyArray<string>): void =>
  writeFileAtomically(path.join(root, tokenFile), `${JSON.stringify(tokens)}\n`)
