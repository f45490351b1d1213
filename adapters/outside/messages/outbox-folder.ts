import { readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { MessageChannel } from '../../../domain/message/message-channel'
import { sendingFailed, type MessageSender } from '../../../domain/ports/message-sender'
import type { Day } from '../../../domain/values/day'
import { destroyPrivateFiles, writePrivateFile } from '../../system/files/private-files'
import { createPrivateFolder } from '../../system/files/private-folder'
import { setTimeToDay } from '../../system/files/set-time-to-day'

/** A folder that stands in for a mail server or a gateway that is not named. */
export interface OutboxFolder {
  readonly sender: (channel: MessageChannel) => MessageSender
  /** The ids of the messages that it holds. */
  readonly list: () => ReadonlyArray<string>
  /** Overwrites and removes the files of messages. Rejects when a file cannot be removed. */
  readonly remove: (messages: ReadonlyArray<string>) => Promise<void>
}

const suffix = '.txt'

/** A process that is killed while it writes leaves a file with the second ending. */
const endings = [suffix, `${suffix}.new`]

const withoutEnding = (name: string): ReadonlyArray<string> =>
  endings.filter((ending) => name.endsWith(ending)).map((ending) => name.slice(0, -ending.length))

/**
 * Opens the outbox folder. Each message is a file of mode 0600 that has the random id of the message as its name. Sent
 * twice, it is the same file. Nothing is made before the first message.
 */
export const openOutboxFolder = (folder: string, today: () => Day): OutboxFolder => {
  const namesIn = (): ReadonlyArray<string> => {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  }
  return {
    list: () => [...new Set(namesIn().flatMap(withoutEnding))],
    remove: async (messages) => {
      const held = new Set(namesIn())
      const files = messages.flatMap((message) => endings.map((ending) => message + ending))
      const removed = files.filter((file) => held.has(file))
      if (removed.length === 0) return
      await destroyPrivateFiles(folder, removed)
      await setTimeToDay([folder], today())
    },
    sender: (channel) => ({
      send:
        ({ message, address, subject, text }) =>
        async () => {
          try {
            createPrivateFolder(folder)
            const name = message + suffix
            await writePrivateFile(folder, name, `${channel}: ${address}\n${subject}\n\n${text}\n`)
            await setTimeToDay([path.join(folder, name), folder], today())
            return E.right(undefined)
          } catch {
            return E.left(sendingFailed('connection'))
          }
        },
    }),
  }
}
