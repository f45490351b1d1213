/** The lease under which something is done: whoever has an older one does it no more. */
export interface Fence {
  readonly lease: string
  readonly token: number
}
