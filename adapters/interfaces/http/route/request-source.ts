/** From where a request was sent. None of it outlives the request. */
export interface RequestSource {
  /** The address of the client; undefined when its connection is closed already. */
  readonly address: string | undefined
  /** The id of the session on the website, when a page sends the request for somebody who has logged in. */
  readonly session: string | undefined
}
