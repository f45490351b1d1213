import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import type { MessageSender } from '../../domain/ports/message-sender'
import { messagesOfBorrower } from '../../projections/messages/message-queries'
import { registerNumberedBorrower } from '../e2e/use-case-steps'
import { acquireCopyByHttp } from '../adapters/interfaces/http/http-steps'
import { asStaff, reserve, scan } from '../adapters/interfaces/http/staff-steps'
import { withServerOf } from '../adapters/interfaces/http/with-http-server'
import { startSmtpServer, type SmtpServerUnderTest } from '../fixtures/messages/smtp-server-under-test'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { waitUntil } from '../fixtures/wait-until'
import { compiledProject } from './compiled-project'

/** Makes a message that is not sent yet, in a library that is then closed. Answers its borrower. */
const leaveMessageToSend = (folder: string) =>
  withLibraryIn(folder, (library) =>
    withServerOf(library, async (served) => {
      const copy = await acquireCopyByHttp(served)
      const borrower = await registerNumberedBorrower(library, 1, 'anna@example.dk')
      const staff = asStaff(served)
      await reserve(staff, borrower)
      await scan(staff, copy)
      return borrower
    }),
  )

const serve = (folder: string, { settings: { port, ca = '', from } }: SmtpServerUnderTest) => {
  const caFile = path.join(path.dirname(folder), 'ca.pem')
  writeFileSync(caFile, ca)
  const args = [compiledProject.main, '--data', folder, 'serve', '--try', '--empty', '--port', '0']
  const smtp = { SMTP_SERVER: `localhost:${String(port)}`, SMTP_CA: caFile, MAIL_FROM: from }
  const child = spawn(process.execPath, args, { env: { ...process.env, ...smtp }, stdio: 'ignore' })
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended: once(child, 'close') }
}

describe('a service that is killed after the mail server took a message, and before that is recorded', () => {
  it('has the message sent once more, under the same Message-ID, and then never again', () =>
    withTemporaryFolder(async (folder) => {
      const borrower = await leaveMessageToSend(folder)
      const server = await startSmtpServer()
      try {
        const killed = serve(folder, server)
        server.whenTaken(() => killed.kill('SIGKILL'))
        await killed.ended
        expect(server.mails).toHaveLength(1)

        server.whenTaken(() => undefined)
        const next = serve(folder, server)
        await waitUntil(() => server.mails.length === 2)
        next.kill('SIGTERM')
        await next.ended
        const ids = server.mails.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
        expect(new Set(ids).size).toBe(1)
        expect(ids[0]).toMatch(/^<.*@example\.dk>$/)

        await withLibraryIn(folder, async (library) => {
          expect(messagesOfBorrower(borrower)(library.rows)).toMatchObject([{ state: 'sent', channel: 'email' }])
          const again: string[] = []
          const sender: MessageSender = { send: ({ message }) => TE.fromIO(() => void again.push(message)) }
          await library.messages.sendPending({ email: sender })
          expect(again).toEqual([])
        })
      } finally {
        await server.close()
      }
    }))
})
