import type { BorrowerId } from '../values/ids'
import type { NoticeKind } from './notice-kind'

interface UnmadeNotice {
  readonly _tag: 'Unmade'
}

/** `Pending`: neither sent nor given up. `Failed`: given up; staff may still print it. */
export interface UnsentNotice {
  readonly _tag: 'Pending' | 'Failed'
  readonly borrower: BorrowerId
  readonly kind: NoticeKind
}

/** Sent or erased. */
interface EndedNotice {
  readonly _tag: 'Ended'
}

export type NoticeState = UnmadeNotice | UnsentNotice | EndedNotice

export const initialNoticeState: UnmadeNotice = { _tag: 'Unmade' }
export const endedNotice: EndedNotice = { _tag: 'Ended' }
