import type { DemoUserChoice } from '../pages/demo-log-in/render-demo-log-in'

/** A user whom anybody may be, with what the provider tells of them. */
export interface DemoLogInUser extends DemoUserChoice {
  readonly claims: Readonly<Record<string, unknown>>
}

/** Whom somebody may be now. */
export interface DemoLogInOffer {
  readonly users: ReadonlyArray<DemoLogInUser>
  /** Whether the borrower with whom the demo library began is forgotten. */
  readonly isFirstBorrowerForgotten: boolean
}
