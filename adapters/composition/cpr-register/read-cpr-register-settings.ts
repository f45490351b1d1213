import { statSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { EnvironmentVariables } from '../serving/token-verification'

/** The folder of the CPR register that the environment names; undefined when it names none. Left: what is wrong with it. */
export const readCprRegisterSettings = ({
  CPR_REGISTER: folder,
}: EnvironmentVariables): E.Either<string, string | undefined> => {
  if (folder === undefined || folder === '') return E.right(undefined)
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true)
    return E.left(`CPR_REGISTER is ${folder}: there is no such folder. Make it, or name another one.`)
  return (found.mode & 0o077) === 0
    ? E.right(folder)
    : E.left(`CPR_REGISTER is ${folder}, which other users than the owner can read: give it mode 0700.`)
}
