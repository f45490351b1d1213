/** The content of a request: path parameters and body. */
export interface RequestContent {
  readonly params: unknown
  readonly body: unknown
}
