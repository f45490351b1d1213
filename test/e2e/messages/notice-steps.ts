import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import { sendingFailed, type MessageSender, type OutgoingMessage } from '../../../domain/ports/message-sender'
import type { BorrowerId } from '../../../domain/values/ids'
import { noticesOfBorrower } from '../../../projections/notices/notice-queries'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** A mail server that keeps what it takes, or fails. */
export const mailServer = () => {
  const taken: OutgoingMessage[] = []
  const server = { taken, fails: undefined as SendingFailureReason | undefined }
  const email: MessageSender = {
    send: (outgoing) => {
      if (server.fails !== undefined) return TE.left(sendingFailed(server.fails))
      taken.push(outgoing)
      return TE.fromEither(E.right(undefined))
    },
  }
  return Object.assign(server, { senders: { email } })
}

/** Kind, month and state of each notice to a borrower, the newest month first. */
export const noticesTo = async (library: RunningLibrary, borrower: BorrowerId): Promise<ReadonlyArray<string>> => {
  rightOrThrow(await library.catchUpReadModels())
  return noticesOfBorrower(borrower)(library.rows).map(({ kind, madeIn, state }) => `${madeIn} ${kind} ${state}`)
}
