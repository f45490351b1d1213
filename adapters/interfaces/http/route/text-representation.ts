/** A text in which a route answers callers whose `Accept` prefers it to JSON. */
export interface TextRepresentation<A> {
  /** Such as `text/csv`. The text is in UTF-8. */
  readonly mediaType: `text/${string}`
  /** What the text is like, for the description. */
  readonly description: string
  /** How the name of a file with the text ends, where a browser saves the answer: in place of `.json`. */
  readonly fileNameEnding?: `.${string}`
  /** Writes the body that the answer has in JSON. */
  readonly write: (body: A) => string
}
