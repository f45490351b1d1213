import type { CallerRole } from '../tokens/caller'
import type { Day } from '../../../../domain/values/day'
import type { DateIsAnother } from '../../../processes/retention/retention-operations'

/** The largest body of a request, in KiB. */
export const maxBodyKib = 64

/** An invalid place in a request. The value itself is not repeated. */
export interface FieldError {
  readonly in: 'body' | 'query' | 'path' | 'header'
  /** A JSON pointer into that part of the request; for a header its name. */
  readonly pointer: string
  readonly text: { readonly da: string; readonly en: string }
}

/** The role of the caller does not allow the request. */
export interface RoleMayNot {
  readonly _tag: 'RoleIsMissing' | 'NotYourOwn' | 'TimeIsNotYoursToTell' | 'OverridingIsForStaff'
  /** The roles that may. They are added where the answer is sent. */
  readonly roles?: ReadonlyArray<CallerRole>
}

/** A failure that HTTP finds by itself: an invalid request, a missing right, or something that does not exist. */
export type HttpRequestFailure =
  | { readonly _tag: 'RequestIsInvalid'; readonly errors: ReadonlyArray<FieldError> }
  | {
      readonly _tag:
        | 'JsonIsMalformed'
        | 'AddressIsMalformed'
        | 'BodyIsTooLarge'
        | 'BodyIsEmpty'
        | 'BodyIsNotJson'
        | 'BodyIsNotVideo'
        | 'BodyIsIncomplete'
        | 'AnswerIsVideo'
        | 'AnswerIsPicture'
        /** What somebody wants to watch was not granted to them, or too long ago. */
        | 'ViewingIsNotOpen'
        | 'ViewingIsUnknown'
        /** A decision on a request of the police was sent before from the same check of it. */
        | 'DecisionIsSentAlready'
        | 'BodyIsMisencoded'
        | 'BodyCompressionIsUnknown'
        | 'AnswerIsJson'
        | 'AnswerIsPage'
        | 'AddressIsUnknown'
        /** In production, a request came without TLS. */
        | 'TlsIsMissing'
        /** A form of a page without its token, with that of another session, or sent from elsewhere. */
        | 'FormIsNotTrusted'
        | 'TokenIsMissing'
        | 'PreconditionFailed'
        | 'PreconditionIsMissing'
        | 'KeyWasUsedForAnother'
        | 'PositionIsUnknown'
        | 'TitleIsUnknown'
        | 'LoanIsOfAnotherCopy'
        /** No loan of the copy has ended today with a return. */
        | 'NoReturnToday'
        | 'StreamIsUnknown'
        | 'CertificateIsUnknown'
        /** A record that is to be replayed has no event up to that point. */
        | 'ReplayFindsNothing'
        /** No class is asked to be opened under this id, or it has ended. */
        | 'ClassOpeningIsUnknown'
        /** Whoever asked for an opening cannot approve it. */
        | 'ApproverIsTheSame'
        /** The opening of a class is not approved, or is that of somebody else. */
        | 'ClassIsNotOpen'
        /** No head has signed the event yet; in persons, or there is none. */
        | 'EventIsNotSigned'
        /** There is no event at the place that is to be proved. */
        | 'EventIsUnknown'
        /** The log has not all that its newest head has signed. */
        | 'LogDiffersFromHead'
        | 'LogInIsLocked'
        /** A block of the borrower refuses log-in (O, S, D). Which one is not said. */
        | 'LogInIsRefused'
        /** So many PINs wait to be checked that one more is refused. */
        | 'TooManyPinChecks'
        | 'TooManyEmailLinks'
        /** The body is text in an encoding that the library does not read. */
        | 'BodyCharsetIsUnknown'
        | 'NoEmailToVerify'
        /** The birth date and the CPR number of a registration contradict each other. */
        | 'BirthDateIsNotInCpr'
        /** The PIN that a borrower sent is not the PIN in force, or none was sent. */
        | 'CurrentPinIsWrong'
        | 'Unexpected'
    }
  /** `copyIsMissing`: a machine that was offline renewed the loan, and did not name the copy, with which its case stands. */
  | { readonly _tag: 'LoanIsUnknown'; readonly copyIsMissing?: true }
  /** `latest`: the latest day on which an act may have happened. `hasCase`: staff have a case of it. */
  | { readonly _tag: 'ActIsInTheFuture'; readonly latest: Day; readonly hasCase?: true }
  | RoleMayNot
  | { readonly _tag: 'MethodIsNotAllowed'; readonly allowed: ReadonlyArray<string> }
  | DateIsAnother

/** A request failure without further members. */
export const httpRequestFailure = <T extends HttpRequestFailure['_tag']>(
  _tag: Exclude<T, 'RequestIsInvalid' | 'MethodIsNotAllowed' | 'DateIsAnother' | 'ActIsInTheFuture'>,
) => ({ _tag })
