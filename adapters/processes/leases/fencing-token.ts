/** A lease and its token. A write with an older token than the current one is refused. */
export interface FencingToken {
  readonly lease: string
  readonly token: number
}
