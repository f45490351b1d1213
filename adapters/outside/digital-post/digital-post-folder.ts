import { closeSync, fsyncSync, openSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { DigitalPost } from '../../../domain/ports/digital-post'
import { sendingFailed } from '../../../domain/ports/message-sender'
import { overwriteAndRemove } from '../../system/files/overwrite-and-remove'
import { createPrivateFolder } from '../../system/files/private-folder'
import { setTimeToDay } from '../../system/files/set-time-to-day'
import { memoDocument, type DigitalPostSenderName } from './memo-document'

/** A folder from which another program fetches mails for Digital Post. */
export interface DigitalPostFolder {
  readonly sendAs: (sender: DigitalPostSenderName) => DigitalPost
  /** The references of the mails that were not fetched yet. */
  readonly list: () => ReadonlyArray<string>
  /** Removes the files of mails. Throws when a file cannot be removed. */
  readonly remove: (references: ReadonlyArray<string>) => void
}

/** A file that is being written has the second ending, so nobody fetches half a mail. */
const endings = ['.xml', '.xml.part']

const withoutEnding = (name: string): ReadonlyArray<string> =>
  endings.filter((ending) => name.endsWith(ending)).map((ending) => name.slice(0, -ending.length))

const writeDurably = (file: string, text: string): void => {
  const descriptor = openSync(file, 'w', 0o600)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Opens the folder. Each mail is a file of mode 0600 with a MeMo document. Its name is the reference of the mail, which
 * tells nothing of the message in the log. Sent twice, it is the same file. It appears whole, and whoever fetches it
 * removes it. Nothing is made before the first mail.
 */
export const openDigitalPostFolder = (folder: string): DigitalPostFolder => {
  const namesIn = (): ReadonlyArray<string> => {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  }
  return {
    list: () => [...new Set(namesIn().flatMap(withoutEnding))],
    remove: (references) => {
      const held = new Set(namesIn())
      const files = references.flatMap((reference) => endings.map((ending) => reference + ending))
      for (const name of files.filter((file) => held.has(file))) overwriteAndRemove(path.join(folder, name))
    },
    sendAs: (sender) => ({
      send: (mail) => () => {
        try {
          createPrivateFolder(folder)
          const file = path.join(folder, `${mail.reference}.xml`)
          const unfinished = `${file}.part`
          writeDurably(unfinished, memoDocument(sender, mail))
          setTimeToDay([unfinished], mail.sentOn)
          renameSync(unfinished, file)
          setTimeToDay([folder], mail.sentOn)
          return Promise.resolve(E.right(undefined))
        } catch {
          return Promise.resolve(E.left(sendingFailed('connection')))
        }
      },
    }),
  }
}
