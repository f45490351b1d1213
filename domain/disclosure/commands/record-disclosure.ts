import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { DisclosureId } from '../../values/ids'
import type { Month } from '../../values/month'
import type { DisclosureState } from '../disclosure-state'
import { DisclosureMade } from '../events/disclosure-made'

/** Records that the library disclosed personal data. */
export interface RecordDisclosure {
  readonly type: 'RecordDisclosure'
  readonly disclosure: DisclosureId
  readonly madeIn: Month
  readonly recipient: string
  /** The law or agreement. */
  readonly basis: string
  readonly caseNumber: string
}

/** A repeat changes nothing. Nothing is refused. */
export const decideRecordDisclosure =
  ({ type: _type, disclosure, madeIn, ...part }: RecordDisclosure) =>
  (state: DisclosureState): Either<never, ReadonlyArray<DisclosureMade>> =>
    E.right(state._tag === 'Unmade' ? [DisclosureMade({ disclosure, madeIn }, { disclosure: part })] : [])
