import * as t from 'io-ts'
import { canonicalJson } from '../event/canonical-json'
import { nullable } from '../event/exact-record'
import { BorrowerId, GuardianshipId } from '../values/ids'
import { Month } from '../values/month'
import { NoticeKind } from './notice-kind'

/** What a notice tells whom. */
export type NoticeContent =
  | { readonly kind: 'welcome'; readonly borrower: BorrowerId }
  /** Goes to `email` alone. A link has no digits in its token: ten of them could look like a CPR number, which is refused. */
  | {
      readonly kind: 'verifyEmail'
      readonly borrower: BorrowerId
      readonly email: string
      /** Of an e-mail of the guardian of the borrower: the guardianship; null of one of the borrower. */
      readonly guardianship: GuardianshipId | null
      /** Where the address is confirmed. */
      readonly link: string
    }
  /** `erasedWith`: the month with whose closing the borrower is erased. */
  | { readonly kind: 'beforeErasure'; readonly borrower: BorrowerId; readonly erasedWith: Month }

/** The members of the sealed part of a notice in the first version of its event: nothing went to guardians. */
export const sealedNoticeMembersVersion1 = {
  borrower: BorrowerId,
  kind: NoticeKind,
  email: nullable(t.string),
  link: nullable(t.string),
  erasedWith: nullable(Month),
  /** Fills the part up to one size, so that it does not tell the kind. */
  padding: t.string,
}

/** The members of the sealed part of a notice. What a kind does not have is null. */
export const sealedNoticeMembers = { ...sealedNoticeMembersVersion1, guardianship: nullable(GuardianshipId) }

/** The size of a sealed part as JSON, in characters. A longer link or address makes it longer. */
export const noticeBytes = 700

/** The sealed part of a notice: of one size, whatever its kind. */
export const sealedNotice = (content: NoticeContent) => {
  const part = { email: null, guardianship: null, link: null, erasedWith: null, padding: '', ...content }
  const missing = noticeBytes - canonicalJson(part).length
  return { ...part, padding: ' '.repeat(Math.max(0, missing)) }
}
