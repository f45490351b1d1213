import { evolve as evolveBorrower } from '../borrower/evolve-borrower'
import type { BorrowerEvent } from '../borrower/borrower-event'
import { unregisteredBorrower, type BorrowerState } from '../borrower/borrower-state'
import type { CopyEvent } from '../copy/copy-event'
import { unknownCopyState, type CopyState } from '../copy/copy-state'
import { evolve as evolveCopy } from '../copy/evolve-copy'
import { evolve as evolveFee } from '../fee/evolve-fee'
import type { FeeEvent } from '../fee/fee-event'
import { initialFeeState, type FeeState } from '../fee/fee-state'
import { evolve as evolveFootage } from '../footage/evolve-footage'
import type { FootageEvent } from '../footage/footage-event'
import { noFootageState, type FootageState } from '../footage/footage-state'
import { evolve as evolveMessage } from '../message/evolve-message'
import type { MessageEvent } from '../message/message-event'
import { initialMessageState, type MessageState } from '../message/message-state'
import { evolve as evolveTitle } from '../title/evolve-title'
import type { TitleEvent } from '../title/title-event'
import { initialTitleState, type TitleState } from '../title/title-state'
import type { LogName, StreamCategory } from '../event/stream'
import { factsOfBorrower } from './facts/facts-of-borrower'
import { factsOfCopy } from './facts/facts-of-copy'
import { factsOfFee } from './facts/facts-of-fee'
import { factsOfFootage } from './facts/facts-of-footage'
import { factsOfMessage } from './facts/facts-of-message'
import { factsOfReservation, factsOfTitle } from './facts/facts-of-title'
import { beginReplay, type StateInReplay } from './state-in-replay'

/** What can be replayed. */
export const replaySubjects = ['copy', 'title', 'borrower', 'fee', 'reservation', 'message', 'recording'] as const
export type ReplaySubject = (typeof replaySubjects)[number]

/** Where the events of a subject are. A reservation has none of its own: it is a place in the queue of its title. */
export const streamOfSubject: Readonly<
  Record<ReplaySubject, { readonly log: LogName; readonly category: StreamCategory }>
> = {
  copy: { log: 'circulation', category: 'copy' },
  title: { log: 'circulation', category: 'title' },
  borrower: { log: 'persons', category: 'borrower' },
  fee: { log: 'circulation', category: 'fee' },
  reservation: { log: 'circulation', category: 'title' },
  message: { log: 'circulation', category: 'message' },
  recording: { log: 'circulation', category: 'footage' },
}

/** The state of a subject before its first event. It is folded by the same function as commands are decided by. */
export const initialStateOfSubject = (subject: ReplaySubject, id: string): StateInReplay => {
  switch (subject) {
    case 'copy':
      return beginReplay<CopyState, CopyEvent>(unknownCopyState, evolveCopy, factsOfCopy)
    case 'title':
      return beginReplay<TitleState, TitleEvent>(initialTitleState, evolveTitle, factsOfTitle)
    case 'reservation':
      return beginReplay<TitleState, TitleEvent>(initialTitleState, evolveTitle, factsOfReservation(id))
    case 'borrower':
      return beginReplay<BorrowerState, BorrowerEvent>(unregisteredBorrower, evolveBorrower, factsOfBorrower)
    case 'fee':
      return beginReplay<FeeState, FeeEvent>(initialFeeState, evolveFee, factsOfFee)
    case 'message':
      return beginReplay<MessageState, MessageEvent>(initialMessageState, evolveMessage, factsOfMessage(id))
    case 'recording':
      return beginReplay<FootageState, FootageEvent>(noFootageState, evolveFootage, factsOfFootage(id))
  }
}
