import path from 'node:path'
import type { Task } from 'fp-ts/Task'
import { Cpr } from '../../../domain/values/cpr'
import { keyedQueue } from '../../system/concurrency/keyed-queue'
import {
  destroyPrivateFile,
  fileExists,
  namesInFolder,
  readPrivateFile,
  removeUnfinishedFiles,
  writePrivateFile,
} from '../../system/files/private-files'
import { createPrivateFolder } from '../../system/files/private-folder'
import { markSubscriptionsChanged, type SubscriptionMarkSources } from './mark-subscriptions-changed'

/** The numbers whose changes are asked for. */
export interface SubscriptionFiles {
  readonly add: (cpr: Cpr) => Promise<void>
  readonly remove: (cpr: Cpr) => Promise<void>
  readonly list: Task<ReadonlySet<Cpr>>
}

/** The numbers are spread over this many files, so that a change rewrites a small one. */
const files = 100

const names = Array.from({ length: files }, (_, index) => String(index).padStart(2, '0'))

/** The file of a number, by the sum of its characters. */
const nameOf = (cpr: Cpr): string => {
  const sum = Array.from(cpr).reduce((total, character, index) => total + character.charCodeAt(0) * (index + 1), 0)
  return String(sum % files).padStart(2, '0')
}

const linesOf = (numbers: ReadonlyArray<Cpr>): string =>
  [...numbers]
    .sort()
    .map((cpr) => `${cpr}\n`)
    .join('')

/**
 * The list of subscriptions, one number a line, in files of mode 0600. Whoever transfers files to the CPR office sends the
 * difference. A number that is removed stands nowhere any more, and the times of the files tell the day alone. Changes run
 * one after the other. Each function rejects as `node:fs` does.
 */
export const openSubscriptionFiles = (folder: string, sources: SubscriptionMarkSources): SubscriptionFiles => {
  const afterEarlierChanges = keyedQueue()(folder)
  const markChanged = markSubscriptionsChanged(folder, sources)
  const readNumbers = async (name: string): Promise<ReadonlyArray<Cpr>> =>
    (await readPrivateFile(folder, name)).split('\n').filter(Cpr.is)
  const numbersIn = async (name: string): Promise<ReadonlyArray<Cpr>> =>
    (await fileExists(path.join(folder, name))) ? readNumbers(name) : []
  const write = async (name: string, numbers: ReadonlyArray<Cpr>): Promise<void> => {
    createPrivateFolder(folder)
    await markChanged(async () => {
      await removeUnfinishedFiles(folder)
      if (numbers.length === 0) await destroyPrivateFile(folder, name)
      else await writePrivateFile(folder, name, linesOf(numbers))
    })
  }
  return {
    add: (cpr) =>
      afterEarlierChanges(async () => {
        const numbers = await numbersIn(nameOf(cpr))
        if (!numbers.includes(cpr)) await write(nameOf(cpr), [...numbers, cpr])
      })(),
    remove: (cpr) =>
      afterEarlierChanges(async () => {
        const numbers = await numbersIn(nameOf(cpr))
        const others = numbers.filter((other) => other !== cpr)
        if (others.length < numbers.length) await write(nameOf(cpr), others)
      })(),
    list: afterEarlierChanges(async () => {
      const found = await namesInFolder(folder)
      const numbers = await Promise.all(found.filter((name) => names.includes(name)).map(readNumbers))
      return new Set(numbers.flat())
    }),
  }
}
