import type { ComponentChildren, JSX } from 'preact'

/** How a scan ended: accepted; accepted, and something is to be done with the copy; or refused. Each has a sound. */
export type OutcomeKind = 'accept' | 'attention' | 'refuse'

interface ScanOutcomeProps {
  readonly kind: OutcomeKind
  /** What is to be done, in a few large words. */
  readonly words: string
  readonly children?: ComponentChildren
}

/** What became of a scan: a few large words, and what else is to be known. */
export const ScanOutcome = ({ kind, words, children }: ScanOutcomeProps): JSX.Element => (
  <div class="outcome" data-outcome={kind}>
    <p class="outcome-words">{words}</p>
    {children}
  </div>
)
