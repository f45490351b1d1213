/** Why a command to a recording is refused. */
export type FootageRefusal =
  | { readonly _tag: 'FootageIsUnknown' }
  | { readonly _tag: 'FootageIsRecordedAlready' }
  | { readonly _tag: 'FootageIsStoredAlready' }
  | { readonly _tag: 'FootageIsErased' }
  /** The recording ends before it begins. */
  | { readonly _tag: 'PeriodIsEmpty' }
  | { readonly _tag: 'PeriodIsInFuture' }
  /** A recording is of one day, so that it goes with this day. */
  | { readonly _tag: 'PeriodSpansDays' }
  /** It would be erased already. */
  | { readonly _tag: 'FootageIsTooOld' }
  /** The policy names the cameras of the branch, and this is none of them. */
  | { readonly _tag: 'CameraIsUnknown' }
