import type { CallerRole } from '../tokens/caller'
import type { DateIsAnother } from '../../../processes/retention/retention-operations'

/** An invalid place in a request. The value itself is not repeated. */
export interface FieldError {
  readonly in: 'body' | 'query' | 'path' | 'header'
  /** A JSON pointer into that part of the request; for a header its name. */
  readonly pointer: string
  readonly text: { readonly da: string; readonly en: string }
}

/** The role of the caller does not allow the request. */
export interface RoleMayNot {
  readonly _tag: 'RoleIsMissing' | 'NotYourOwn' | 'TimeIsNotYoursToTell'
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
        | 'BodyIsMisencoded'
        | 'BodyCompressionIsUnknown'
        | 'AnswerIsJson'
        | 'AddressIsUnknown'
        | 'TokenIsMissing'
        | 'PreconditionFailed'
        | 'PreconditionIsMissing'
        | 'KeyWasUsedForAnother'
        | 'PositionIsUnknown'
        | 'TitleIsUnknown'
        | 'LoanIsUnknown'
        | 'LoanIsOfAnotherCopy'
        | 'StreamIsUnknown'
        | 'CertificateIsUnknown'
        | 'LogInIsLocked'
        | 'ActIsInTheFuture'
        /** The birth date and the CPR number of a registration contradict each other. */
        | 'BirthDateIsNotInCpr'
        | 'Unexpected'
    }
  | RoleMayNot
  | { readonly _tag: 'MethodIsNotAllowed'; readonly allowed: ReadonlyArray<string> }
  | DateIsAnother

/** A request failure without further members. */
export const httpRequestFailure = <T extends HttpRequestFailure['_tag']>(
  _tag: Exclude<T, 'RequestIsInvalid' | 'MethodIsNotAllowed' | 'DateIsAnother'>,
) => ({ _tag })
