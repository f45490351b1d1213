import { rename } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { DigitalPost } from '../../../domain/ports/digital-post'
import { sendingFailed } from '../../../domain/ports/message-sender'
import { filesById } from '../../system/files/files-by-id'
import { writePrivateFile } from '../../system/files/private-files'
import { createPrivateFolder } from '../../system/files/private-folder'
import { setTimeToDay } from '../../system/files/set-time-to-day'
import { syncFolder } from '../../system/files/sync-folder'
import { memoDocument, type DigitalPostSenderName } from './memo-document'

/** A folder from which another program fetches mails for Digital Post. */
export interface DigitalPostFolder {
  readonly sendAs: (sender: DigitalPostSenderName) => DigitalPost
  /** The references of the mails that were not fetched yet. */
  readonly list: () => ReadonlyArray<string>
  /** Overwrites and removes the files of mails. Rejects when a file cannot be removed. */
  readonly remove: (references: ReadonlyArray<string>) => Promise<void>
}

/** A file that is being written has the second or third ending, so nobody fetches half a mail. */
const endings = ['.xml', '.xml.part', '.xml.part.new']

/**
 * Opens the folder. Each mail is a file of mode 0600 with a MeMo document. Its name is the reference of the mail, which
 * tells nothing of the message in the log. Sent twice, it is the same file. It appears whole, and whoever fetches it
 * removes it. Nothing is made before the first mail.
 */
export const openDigitalPostFolder = (folder: string): DigitalPostFolder => {
  const { ids, destroy } = filesById(folder, endings)
  return {
    list: ids,
    remove: async (references) => {
      await destroy(references)
    },
    sendAs: (sender) => ({
      send: (mail) => async () => {
        try {
          createPrivateFolder(folder)
          const name = `${mail.reference}.xml`
          const unfinished = path.join(folder, `${name}.part`)
          await writePrivateFile(folder, `${name}.part`, memoDocument(sender, mail))
          await setTimeToDay([unfinished], mail.sentOn)
          await rename(unfinished, path.join(folder, name))
          await syncFolder(folder)
          await setTimeToDay([folder], mail.sentOn)
          return E.right(undefined)
        } catch {
          return E.left(sendingFailed('connection'))
        }
      },
    }),
  }
}
