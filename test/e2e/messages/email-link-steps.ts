import type { OpenRunningLibraryOptions } from '../../../adapters/composition/open-running-library-options'
import type { BorrowerId } from '../../../domain/values/ids'
import { registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import {
  borrowerUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from '../../adapters/interfaces/http/with-http-server'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { contactByEmail } from './message-steps'
import { mailServer } from './notice-steps'

export const hourMs = 3_600_000
export const email = contactByEmail.emailForNotices

/** A mail client: sends what is pending, and reads the links. */
export const mailbox = ({ runningLibrary }: ServedLibrary) => {
  const server = mailServer()
  return {
    server,
    /** The paths of the links that were mailed, oldest first. */
    links: async (): Promise<ReadonlyArray<string>> => {
      rightOrThrow(await runningLibrary.catchUpReadModels())
      await runningLibrary.messages.sendPending(server.senders)
      return server.taken
        .map(({ text }) => /https:\/\/bibliotek\.example\.dk(\/email-verification\/[a-p]{32})\n/.exec(text)?.[1] ?? '')
        .filter((path) => path !== '')
    },
  }
}

export const visit = async ({ url }: ServedLibrary, method: 'GET' | 'POST' | 'HEAD', path: string, language = 'en') => {
  const response = await fetch(url + path, { method, headers: { 'Accept-Language': language } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

export const verifiedEmails = async ({ send }: ServedLibrary, borrower: BorrowerId) =>
  (await send('GET', '/me', { as: borrowerUser(borrower) })).body.verifiedEmails

interface LinkSteps {
  readonly library: ServedLibrary
  readonly anna: BorrowerId
  readonly links: () => Promise<ReadonlyArray<string>>
  readonly pass: (ms: number) => void
}

/** A library in which Anna has registered over HTTP with an e-mail. */
export const withAnna = (
  use: (steps: LinkSteps) => Promise<void>,
  options: Partial<OpenRunningLibraryOptions> = {},
) => {
  let now = Date.UTC(2026, 0, 5)
  return withHttpServer(
    async (library) => {
      const anna = await registerBorrowerByHttp(library, { contact: contactByEmail })
      const { links } = mailbox(library)
      await use({ library, anna, links, pass: (ms) => void (now += ms) })
    },
    undefined,
    { machineTime: () => now, ...options },
  )
}

/** Changes the contact details, as the borrower. */
export const change = async ({ send }: ServedLibrary, borrower: BorrowerId, body: object) => {
  const path = `/borrowers/${borrower}/contact`
  const etag = (await send('GET', path, { as: staffUser })).headers.get('etag') ?? ''
  return send('PUT', path, { as: borrowerUser(borrower), headers: { 'If-Match': etag }, body })
}

export const askForLink = ({ send }: ServedLibrary, borrower: BorrowerId, as = borrowerUser(borrower)) =>
  send('POST', `/borrowers/${borrower}/email-links`, { as })
