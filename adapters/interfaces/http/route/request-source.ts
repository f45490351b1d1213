/** From where a request was sent. None of it is stored or logged. */
export interface RequestSource {
  /** The id of the session on the website, when a page sends the request for somebody who has logged in. */
  readonly session: string | undefined
}
