import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { Cpr } from '../../../domain/values/cpr'
import { createPrivateFolder } from '../../system/files/private-folder'
import { markSubscriptionsChanged, type SubscriptionMarkSources } from './mark-subscriptions-changed'

/** The numbers whose changes are asked for. */
export interface SubscriptionFiles {
  readonly add: (cpr: Cpr) => void
  readonly remove: (cpr: Cpr) => void
  readonly list: () => ReadonlySet<Cpr>
}

/** The numbers are spread over this many files, so that a change rewrites a small one. */
const files = 100

const names = Array.from({ length: files }, (_, index) => String(index).padStart(2, '0'))

/** The file of a number, by the sum of its characters. */
const nameOf = (cpr: Cpr): string => {
  const sum = Array.from(cpr).reduce((total, character, index) => total + character.charCodeAt(0) * (index + 1), 0)
  return String(sum % files).padStart(2, '0')
}

/** Replaces or removes a file, and then overwrites its old bytes: they have numbers that were removed. */
const overwriteAfter = (file: string, replace: () => void): void => {
  if (!existsSync(file)) {
    replace()
    return
  }
  const old = openSync(file, 'r+')
  try {
    replace()
    writeSync(old, Buffer.alloc(fstatSync(old).size), 0, undefined, 0)
    fsyncSync(old)
  } finally {
    closeSync(old)
  }
}

/**
 * The list of subscriptions, one number a line, in files of mode 0600. Whoever transfers files to the CPR office sends the
 * difference. A number that is removed stands nowhere any more, and the times of the files tell the day alone. Each function
 * throws as `node:fs` does.
 */
export const openSubscriptionFiles = (folder: string, sources: SubscriptionMarkSources): SubscriptionFiles => {
  const fileOf = (name: string): string => path.join(folder, name)
  const numbersIn = (name: string): ReadonlyArray<Cpr> =>
    existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8').split('\n').filter(Cpr.is) : []
  const write = (name: string, numbers: ReadonlyArray<Cpr>): void => {
    if (numbers.length === 0) {
      overwriteAfter(fileOf(name), () => {
        rmSync(fileOf(name), { force: true })
      })
      return
    }
    const written = `${fileOf(name)}.new`
    writeFileSync(
      written,
      [...numbers]
        .sort()
        .map((cpr) => `${cpr}\n`)
        .join(''),
      { mode: 0o600 },
    )
    overwriteAfter(fileOf(name), () => {
      renameSync(written, fileOf(name))
    })
  }
  const change = (name: string, numbers: ReadonlyArray<Cpr>): void => {
    createPrivateFolder(folder)
    markSubscriptionsChanged(
      folder,
      sources,
    )(() => {
      write(name, numbers)
    })
  }
  return {
    add: (cpr) => {
      const numbers = numbersIn(nameOf(cpr))
      if (!numbers.includes(cpr)) change(nameOf(cpr), [...numbers, cpr])
    },
    remove: (cpr) => {
      const numbers = numbersIn(nameOf(cpr))
      if (numbers.includes(cpr))
        change(
          nameOf(cpr),
          numbers.filter((other) => other !== cpr),
        )
    },
    list: () => new Set(names.flatMap(numbersIn)),
  }
}
