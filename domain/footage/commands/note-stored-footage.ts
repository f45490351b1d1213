import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { FootageId } from '../../values/ids'
import { FootageStored } from '../events/footage-stored'
import type { FootageRefusal } from '../footage-refusal'
import type { FootageContentFacts, FootageState } from '../footage-state'

/** Notes that the content of a recording is stored. */
export interface NoteStoredFootage extends FootageContentFacts {
  readonly type: 'NoteStoredFootage'
  readonly footage: FootageId
}

/** Refused: `FootageIsUnknown`, `FootageIsErased`, `FootageIsStoredAlready`. */
export const decideNoteStoredFootage =
  ({ type: _type, footage, ...facts }: NoteStoredFootage) =>
  (state: FootageState): Either<FootageRefusal, ReadonlyArray<FootageStored>> => {
    switch (state._tag) {
      case 'NoFootage':
        return E.left({ _tag: 'FootageIsUnknown' })
      case 'Recorded':
        return E.right([FootageStored({ footage }, { footage: facts })])
      case 'Stored':
        return E.left({ _tag: 'FootageIsStoredAlready' })
      case 'Ended':
        return E.left({ _tag: 'FootageIsErased' })
    }
  }
