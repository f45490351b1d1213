import type { MessageKind } from '../../../../domain/message/message-kind'
import { billTemplate } from './bill-template'
import { collectionNoticeTemplate } from './collection-notice-template'
import { dueSoonTemplate } from './due-soon-template'
import { feeTemplate } from './fee-template'
import type { MessageTemplate } from './message-template'
import { paymentTemplate } from './payment-template'
import { readyForPickUpTemplate } from './ready-for-pick-up-template'
import { recallTemplate } from './recall-template'
import { reservationRunningOutTemplate } from './reservation-running-out-template'

export type MessageTemplates = Readonly<Record<MessageKind, MessageTemplate>>

/** The texts of messages, unless the library has its own. */
export const builtInTemplates: MessageTemplates = {
  dueSoon: dueSoonTemplate,
  recall: recallTemplate,
  bill: billTemplate,
  readyForPickUp: readyForPickUpTemplate,
  reservationRunningOut: reservationRunningOutTemplate,
  fee: feeTemplate,
  payment: paymentTemplate,
  collectionNotice: collectionNoticeTemplate,
}
