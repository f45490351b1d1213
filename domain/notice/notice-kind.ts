import * as t from 'io-ts'

/**
 * What a notice is about. A kind never changes its name: it stands in sealed parts.
 *
 * - `welcome`: a borrower was registered. `verifyEmail`: an e-mail address is to be confirmed.
 * - `beforeErasure`: a borrower has not used the library for long, and will be erased.
 */
export const NoticeKind = t.keyof({ welcome: null, verifyEmail: null, beforeErasure: null })
export type NoticeKind = t.TypeOf<typeof NoticeKind>

export const noticeKinds = Object.keys(NoticeKind.keys) as ReadonlyArray<NoticeKind>

/** "One who cannot be reached gets a letter": staff print it when the notice cannot go by e-mail or SMS. */
export const isPrintedWhenUnreachable = (kind: NoticeKind): boolean => kind === 'beforeErasure'
