/** An error that may say that a store fails. */
type Failure = { readonly _tag: string; readonly reason?: string; readonly store?: string }

/** The names of the stores of errors that name none themselves. */
const storeByTag: Readonly<Record<string, string>> = { StoreUnavailable: 'unknown', Unavailable: 'keys' }

/** Which store fails and why, as an alarm says it. Undefined when the error is about no store. */
export const storeOfFailure = ({
  _tag: tag,
  reason = '',
  store = storeByTag[tag],
}: Failure): Readonly<Record<string, string>> | undefined => (store === undefined ? undefined : { store, reason })
