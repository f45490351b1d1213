import type { Day } from '../../../../domain/values/day'

/** A place in a request that is not as it must be. The value itself is never repeated. */
export interface FieldError {
  readonly in: 'body' | 'query' | 'path' | 'header'
  /** A JSON pointer into that part of the request; the name itself for a header. */
  readonly pointer: string
  readonly must: { readonly da: string; readonly en: string }
}

/** What is wrong with a request before the library is asked anything, or with what it names. */
export type EdgeFailure =
  | { readonly _tag: 'RequestIsInvalid'; readonly errors: ReadonlyArray<FieldError> }
  | {
      readonly _tag:
        | 'JsonIsMalformed'
        | 'AddressIsMalformed'
        | 'BodyIsTooLarge'
        | 'BodyIsNotJson'
        | 'PageIsUnknown'
        | 'TokenIsMissing'
        | 'RoleIsMissing'
        | 'NotYourOwn'
        | 'PreconditionFailed'
        | 'PreconditionIsMissing'
        | 'KeyWasUsedForAnother'
        | 'PositionIsUnknown'
        | 'TitleIsUnknown'
        | 'LoanIsUnknown'
        | 'StreamIsUnknown'
        | 'LogInIsLocked'
        | 'ActIsInTheFuture'
        | 'TimeIsNotYoursToTell'
        | 'Unexpected'
    }
  | { readonly _tag: 'MethodIsNotAllowed'; readonly allowed: ReadonlyArray<string> }
  | { readonly _tag: 'DateIsAnother'; readonly today: Day }

/** A failure of the edge that has nothing more to say. */
export const edge = <T extends EdgeFailure['_tag']>(
  _tag: Exclude<T, 'RequestIsInvalid' | 'MethodIsNotAllowed' | 'DateIsAnother'>,
) => ({ _tag })
