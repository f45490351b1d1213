/** What one request asks for: its path's and body's values. */
export interface Wanted {
  readonly params: unknown
  readonly body: unknown
}
