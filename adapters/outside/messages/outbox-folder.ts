import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { MessageChannel } from '../../../domain/message/message-channel'
import { sendingFailed, type MessageSender } from '../../../domain/ports/message-sender'
import type { Day } from '../../../domain/values/day'
import { filesById } from '../../system/files/files-by-id'
import { writePrivateFile } from '../../system/files/private-files'
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

/**
 * Opens the outbox folder. Each message is a file of mode 0600 that has the random id of the message as its name. Sent
 * twice, it is the same file. Nothing is made before the first message.
 */
export const openOutboxFolder = (folder: string, today: () => Day): OutboxFolder => {
  const { ids, destroy } = filesById(folder, endings)
  return {
    list: ids,
    remove: async (messages) => {
      if (await destroy(messages)) await setTimeToDay([folder], today())
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
