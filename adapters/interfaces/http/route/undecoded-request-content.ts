/** The content of a request: path parameters and body. */
export interface UndecodedRequestContent {
  readonly params: unknown
  readonly body: unknown
}
