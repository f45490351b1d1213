import type { TextKind } from '../../../../domain/message/text-content'
import { beforeErasureTemplate } from './before-erasure-template'
import { billTemplate } from './bill-template'
import { collectionNoticeTemplate } from './collection-notice-template'
import { dueSoonTemplate } from './due-soon-template'
import { erasedTemplate } from './erased-template'
import { feeTemplate } from './fee-template'
import type { MessageTemplate } from './message-template'
import { paymentTemplate } from './payment-template'
import { readyForPickUpTemplate } from './ready-for-pick-up-template'
import { recallTemplate } from './recall-template'
import { reservationRunningOutTemplate } from './reservation-running-out-template'
import { statementTemplate } from './statement-template'
import { verifyEmailTemplate } from './verify-email-template'
import { welcomeTemplate } from './welcome-template'

export type MessageTemplates = Readonly<Record<TextKind, MessageTemplate>>

/** The texts of messages, unless the library has its own. */
export const builtInTemplates: MessageTemplates = {
  dueSoon: dueSoonTemplate,
  recall: recallTemplate,
  bill: billTemplate,
  readyForPickUp: readyForPickUpTemplate,
  reservationRunningOut: reservationRunningOutTemplate,
  fee: feeTemplate,
  payment: paymentTemplate,
  statement: statementTemplate,
  welcome: welcomeTemplate,
  verifyEmail: verifyEmailTemplate,
  beforeErasure: beforeErasureTemplate,
  erased: erasedTemplate,
  collectionNotice: collectionNoticeTemplate,
}
