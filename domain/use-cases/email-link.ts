import type { Random } from '../ports/random'
import type { ShortTermKey } from '../ports/short-term-store'
import type { BorrowerId } from '../values/ids'

const hourMs = 3_600_000

/** How long a link that has ended can order a new one, in ms: a week. */
export const ownerOfLinkMs = 7 * 24 * hourMs

/** How long links are counted after the last one, in ms: a day. */
export const countOfLinksMs = 24 * hourMs

export const linkMs = (linkHours: number): number => linkHours * hourMs

/** A random token of 32 letters, of 122 random bits. Ten digits in it could look like a CPR number. */
export const newLinkToken = ({ uuid }: Pick<Random, 'uuid'>): string =>
  uuid()
    .replaceAll('-', '')
    .replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)))

/** Whether a text has the form of a token. */
export const isLinkToken = (text: string): boolean => /^[a-p]{32}$/.test(text)

/** Whose e-mail a link verifies. */
export interface EmailLinkContent {
  readonly borrower: BorrowerId
  readonly email: string
}

/** The entry of a link that can be used. */
export const linkKey = (token: string): ShortTermKey => ({ kind: 'link to verify an e-mail', id: token })

/** The entry that says whose a link was, once it has ended. */
export const ownerOfLinkKey = (token: string): ShortTermKey => ({ kind: 'owner of a link', id: token })

/** The entry that says that a link was mailed to an e-mail of a borrower. */
export const mailedLinkKey = ({ borrower, email }: EmailLinkContent): ShortTermKey => ({
  kind: 'e-mail that got a link',
  id: `${borrower} ${email}`,
})

/** The entry that counts the links of a borrower. */
export const countOfLinksKey = (borrower: BorrowerId): ShortTermKey => ({
  kind: 'links to verify an e-mail',
  id: borrower,
})
