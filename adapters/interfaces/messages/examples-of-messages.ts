import type { TextContent, TextKind } from '../../../domain/message/text-content'
import type { MessageItem } from '../../../domain/message/message-item'
import type { Day } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import type { Ore } from '../../../domain/values/ore'

const withDay: MessageItem = { name: 'Kanariebogen', day: '2026-02-04' as Day, amount: null }
const withAmount: MessageItem = { name: 'Kanariebogen', day: null, amount: 2000 as Ore }

const child = 'Bo Prøvesen'
const pickUp = { branch: 'DK-785100' as BranchId, number: '17' }

const nothingMore = { items: [], pickUp: null }

/** The content of a message of each kind, with all the fields that it can have: templates are tried on it. */
export const examplesOfMessages: Readonly<Record<TextKind, Omit<TextContent, 'kind'>>> = {
  dueSoon: { items: [withDay], pickUp: null },
  recall: { items: [withDay], pickUp: null, child },
  bill: { items: [withAmount], pickUp: null, child },
  readyForPickUp: { items: [withDay], pickUp },
  reservationRunningOut: { items: [withDay], pickUp: null },
  fee: { items: [withAmount], pickUp: null, child },
  payment: { items: [withAmount], pickUp: null, child },
  statement: { items: [withDay, withAmount], pickUp: null, child, noteToBorrower: 'Kom gerne forbi.' },
  welcome: nothingMore,
  verifyEmail: { ...nothingMore, link: 'https://bibliotek.example.dk/email/kvxwzb', isToGuardian: true },
  beforeErasure: { ...nothingMore, erasedWith: '2026-06' as Month },
  erased: nothingMore,
  collectionNotice: { items: [{ ...withAmount, day: withDay.day }], pickUp: null, child },
}
