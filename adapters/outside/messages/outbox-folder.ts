import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { MessageChannel } from '../../../domain/message/message-channel'
import { sendingFailed, type MessageSender } from '../../../domain/ports/message-sender'
import type { Day } from '../../../domain/values/day'
import { overwriteAndRemove } from '../../system/files/overwrite-and-remove'
import { createPrivateFolder } from '../../system/files/private-folder'
import { setTimeToDay } from '../../system/files/set-time-to-day'

/** A folder that stands in for a mail server or a gateway that is not named. */
export interface OutboxFolder {
  readonly sender: (channel: MessageChannel) => MessageSender
  /** The ids of the messages that it holds. */
  readonly list: () => ReadonlyArray<string>
  /** Removes the files of messages. Throws when a file cannot be removed. */
  readonly remove: (messages: ReadonlyArray<string>) => void
}

const suffix = '.txt'

/**
 * Opens the outbox folder. Each message is a file of mode 0600 that has the random id of the message as its name. Sent
 * twice, it is the same file. Nothing is made before the first message.
 */
export const openOutboxFolder = (folder: string, today: () => Day): OutboxFolder => {
  const fileOf = (message: string): string => path.join(folder, message + suffix)
  const list = (): ReadonlyArray<string> => {
    try {
      return readdirSync(folder)
        .filter((name) => name.endsWith(suffix))
        .map((name) => name.slice(0, -suffix.length))
    } catch {
      return []
    }
  }
  return {
    list,
    remove: (messages) => {
      const held = new Set(list())
      for (const file of messages.filter((message) => held.has(message)).map(fileOf)) {
        overwriteAndRemove(file)
        setTimeToDay([folder], today())
      }
    },
    sender: (channel) => ({
      send:
        ({ message, address, subject, text }) =>
        () => {
          try {
            createPrivateFolder(folder)
            const file = fileOf(message)
            writeFileSync(file, `${channel}: ${address}\n${subject}\n\n${text}\n`, { mode: 0o600 })
            setTimeToDay([file, folder], today())
            return Promise.resolve(E.right(undefined))
          } catch {
            return Promise.resolve(E.left(sendingFailed('connection')))
          }
        },
    }),
  }
}
