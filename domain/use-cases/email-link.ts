import type { Random } from '../ports/random'
import type { ShortTermKey } from '../ports/short-term-store'
import type { BorrowerId, GuardianshipId } from '../values/ids'

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

/** Whose an e-mail is: a borrower's, or with a guardianship that of the guardian of the borrower. */
export interface EmailOwner {
  readonly borrower: BorrowerId
  readonly guardianship: GuardianshipId | null
}

/** Whose e-mail a link verifies. */
export interface EmailLinkContent extends EmailOwner {
  readonly email: string
}

/** An owner as the entries of links have it. One guardian of two children is two owners. */
export const ownerAsText = ({ borrower, guardianship }: EmailOwner): string =>
  guardianship === null ? borrower : `${borrower} ${guardianship}`

export const ownerFromText = (text: string): EmailOwner => {
  const [borrower, guardianship] = text.split(' ')
  return { borrower: borrower as BorrowerId, guardianship: (guardianship ?? null) as GuardianshipId | null }
}

/** What a link verifies, from its entry: one without a member for the guardianship is of a borrower. */
export const linkFromText = (text: string): EmailLinkContent => ({
  guardianship: null,
  ...(JSON.parse(text) as Omit<EmailLinkContent, 'guardianship'> & Partial<EmailOwner>),
})

/** The entry of a link that can be used. */
export const linkKey = (token: string): ShortTermKey => ({ kind: 'link to verify an e-mail', id: token })

/** The entry that says whose a link was, once it has ended. */
export const ownerOfLinkKey = (token: string): ShortTermKey => ({ kind: 'owner of a link', id: token })

/** The entry that says that a link was mailed to an e-mail of an owner. */
export const mailedLinkKey = (link: EmailLinkContent): ShortTermKey => ({
  kind: 'e-mail that got a link',
  id: `${ownerAsText(link)} ${link.email}`,
})

/** The entry that counts the links of an owner. */
export const countOfLinksKey = (owner: EmailOwner): ShortTermKey => ({
  kind: 'links to verify an e-mail',
  id: ownerAsText(owner),
})
