import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Day } from '../../../domain/values/day'
import { writePrivateFileWithoutSecrets } from '../../system/files/private-files'
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
  async (change: () => Promise<void>): Promise<void> => {
    await rm(path.join(folder, 'version'), { force: true })
    await change()
    await writePrivateFileWithoutSecrets(folder, 'version', `${newVersion()}\n`)
    const files = (await readdir(folder)).map((name) => path.join(folder, name))
    await setTimeToDay([...files, folder], today())
  }
