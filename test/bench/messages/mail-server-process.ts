import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { SmtpSettings } from '../../../adapters/outside/messages/create-smtp-sender'
import { startSmtpServer } from '../../fixtures/messages/smtp-server-under-test'

/** A mail server in a process of its own, so that its work is not counted as ours. */
export interface MailServerProcess {
  readonly settings: SmtpSettings
  readonly stop: () => void
}

export const startMailServerProcess = async (): Promise<MailServerProcess> => {
  const child = fork(__filename, ['serve'])
  const [settings] = (await once(child, 'message')) as [SmtpSettings]
  return { settings, stop: () => void child.kill() }
}

const serve = async (): Promise<void> => {
  const { settings, mails } = await startSmtpServer()
  // What was taken is not needed, and would fill the memory.
  setInterval(() => mails.splice(0), 100)
  process.send?.(settings)
}

if (require.main === module && process.argv[2] === 'serve') void serve()
