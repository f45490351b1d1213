import { either as E } from 'fp-ts'
import type { NoticeId } from '../../values/ids'
import type { Month } from '../../values/month'
import type { DecideFromState } from '../decide-notice-from-state'
import { NoticeMade } from '../events/notice-made'
import { sealedNotice, type NoticeContent } from '../notice-content'

/** Makes a notice of a month. */
export interface MakeNotice {
  readonly type: 'MakeNotice'
  readonly notice: NoticeId
  readonly madeIn: Month
  readonly content: NoticeContent
}

/** A repeat is accepted and changes nothing. */
export const decideMakeNotice =
  ({ notice, madeIn, content }: MakeNotice): DecideFromState =>
  (state) =>
    E.right(state._tag === 'Unmade' ? [NoticeMade({ notice, madeIn }, { notice: sealedNotice(content) })] : [])
