import * as TE from 'fp-ts/TaskEither'
import type { DigitalPost, DigitalPostMail } from '../../domain/ports/digital-post'
import { sendingFailed } from '../../domain/ports/message-sender'

/** Digital Post, with what was handed over to it. */
export interface DigitalPostOfYear extends DigitalPost {
  readonly mails: DigitalPostMail[]
  /** How many of them were looked at. */
  read: number
}

/** One person in ten is exempt from Digital Post, and gets letters: those born on a seventh, seventeenth or 27th. */
export const isExemptFromDigitalPost = (cpr: string): boolean => cpr[1] === '7'

export const createDigitalPostOfYear = (): DigitalPostOfYear => {
  const mails: DigitalPostMail[] = []
  return {
    mails,
    read: 0,
    send: (mail) => {
      mails.push(mail)
      return isExemptFromDigitalPost(mail.cpr) ? TE.left(sendingFailed('recipientRefused')) : TE.right(undefined)
    },
  }
}
