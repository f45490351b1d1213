import * as t from 'io-ts'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'

/** The roles that a token can name. */
export const CallerRole = t.keyof({
  borrower: null,
  guardian: null,
  staff: null,
  machine: null,
  auditor: null,
  administrator: null,
  dutyOfficer: null,
  videoInvestigator: null,
  videoRecorder: null,
})
export type CallerRole = t.TypeOf<typeof CallerRole>

/** The roles that may look at video: their token says when they proved who they are. */
export const VideoViewerRole = t.keyof({ dutyOfficer: null, videoInvestigator: null })
type VideoViewerRole = t.TypeOf<typeof VideoViewerRole>

/** The duty officer, or a member of staff who is approved to use recordings of video surveillance. */
interface VideoViewerCaller {
  readonly role: VideoViewerRole
  readonly subject: string
  /** When they proved who they are, in ms since 1970; absent when nobody knows. */
  readonly loggedInAt?: number
}

/** Somebody who answers for children. The subject is theirs at the issuer, and says nothing here. */
interface GuardianCaller {
  readonly role: 'guardian'
  readonly subject: string
  /** One for each child, as the issuer knows them. One that has ended gives access to nothing. */
  readonly guardianships: ReadonlyArray<GuardianshipId>
  /** Whether they answer for more children than these: a session has room for few. */
  readonly hasMoreChildren?: true
}

/**
 * The caller of a request. The subject of a borrower is the borrower's id. On routes for anyone the caller is not
 * known.
 */
export type HttpCaller =
  | { readonly role: 'anyone' }
  | { readonly role: 'borrower'; readonly subject: BorrowerId }
  | GuardianCaller
  | VideoViewerCaller
  | { readonly role: Exclude<CallerRole, 'borrower' | 'guardian' | VideoViewerRole>; readonly subject: string }

export const anonymousCaller: HttpCaller = { role: 'anyone' }
