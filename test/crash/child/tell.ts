import { writeSync } from 'node:fs'
import type { Order } from '../order'
import type { Outcome } from '../outcome'

/** A line through the pipe. It has left the process when this returns, whatever becomes of the process. */
export type Line =
  | { readonly tells: 'full' }
  | { readonly tells: 'ordered'; readonly order: Order }
  | { readonly tells: 'came to'; readonly key: string; readonly outcome: Outcome }
  | { readonly tells: 'alarm'; readonly kind: string }
  | { readonly tells: 'moved'; readonly to: string }

const output = 1

export const tell = (line: Line): void => void writeSync(output, `${JSON.stringify(line)}\n`)
