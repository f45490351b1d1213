import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Day } from '../../../domain/values/day'
import { setTimeToDay } from '../../system/files/set-time-to-day'

/** What the marks of a change are made of. */
export interface SubscriptionMarkSources {
  readonly today: () => Day
  /** A random text. */
  readonly newVersion: () => string
}

/**
 * Runs a change of the files in the folder of subscriptions. After it, the file `version` has another random text, and the
 * times of all files and of the folder tell the day alone. A process that is killed during the change leaves no `version`:
 * whoever transfers the files compares them all.
 */
export const markSubscriptionsChanged =
  (folder: string, { today, newVersion }: SubscriptionMarkSources) =>
  (change: () => void): void => {
    const version = path.join(folder, 'version')
    rmSync(version, { force: true })
    change()
    writeFileSync(version, `${newVersion()}\n`, { mode: 0o600 })
    const files = readdirSync(folder).map((name) => path.join(folder, name))
    setTimeToDay([...files, folder], today())
  }
