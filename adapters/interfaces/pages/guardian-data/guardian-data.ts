import type { Day } from '../../../../domain/values/day'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { ValueContext } from '../personal-data/value-view'

/** A kind of data on a guardian: what is promised of it, and what is held; null when nothing is. */
export interface GuardianDataOfKind {
  readonly kind: string
  readonly promise: Readonly<Record<'name' | 'purpose' | 'legalBasis' | 'until', TextInBothLanguages>>
  readonly data: object | null
}

/** What is held on a guardian because of one child. */
export interface GuardianDataOfChild {
  readonly guardianship: string
  readonly name: string
  readonly kinds: ReadonlyArray<GuardianDataOfKind>
}

/** Everything that the library holds on a guardian. */
export interface GuardianData {
  /** Whether there are more children, which the page cannot show. */
  readonly hasMore: boolean
  readonly madeOn: Day
  readonly all: ReadonlyArray<GuardianDataOfChild>
  readonly context: ValueContext
}
