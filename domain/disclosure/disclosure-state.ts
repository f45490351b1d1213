/** A disclosure is recorded once. */
export interface DisclosureState {
  readonly _tag: 'Unmade' | 'Made'
}

export const initialDisclosureState: DisclosureState = { _tag: 'Unmade' }
