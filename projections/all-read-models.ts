import { absencesReadModel } from './absences/absences-read-model'
import { accessesReadModel } from './accesses/accesses-read-model'
import { activityReadModel } from './activity/activity-read-model'
import { borrowersReadModel } from './borrowers/borrowers-read-model'
import { calendarReadModel } from './calendar/calendar-read-model'
import { catalogueReadModel } from './catalogue/catalogue-read-model'
import { certificatesReadModel } from './certificates/certificates-read-model'
import { copiesReadModel } from './copies/copies-read-model'
import { feesReadModel } from './fees/fees-read-model'
import { guardiansReadModel } from './guardians/guardians-read-model'
import type { ReadModel } from './read-model/read-model'
import { loanHistoriesReadModel } from './loan-histories/loan-histories-read-model'
import { loansReadModel } from './loans/loans-read-model'
import { disclosuresReadModel } from './disclosures/disclosures-read-model'
import { legalHoldsReadModel } from './legal-holds/legal-holds-read-model'
import { notesReadModel } from './notes/notes-read-model'
import { messageCountsReadModel } from './message-counts/message-counts-read-model'
import { messagesReadModel } from './messages/messages-read-model'
import { noticesReadModel } from './notices/notices-read-model'
import { offlineCasesReadModel } from './offline-cases/offline-cases-read-model'
import { overridesReadModel } from './overrides/overrides-read-model'
import { queueReadModel } from './queue/queue-read-model'
import { spentPaymentReceiptsReadModel } from './receipts/spent-payment-receipts-read-model'
import { statisticsReadModel } from './statistics/statistics-read-model'
import { videoReadModel } from './video/video-read-model'
import { websiteReadModel } from './website/website-read-model'

/** Every read model. A read model that is listed here is folded, purged and counted. */
export const allReadModels: ReadonlyArray<ReadModel> = [
  absencesReadModel,
  activityReadModel,
  borrowersReadModel,
  calendarReadModel,
  catalogueReadModel,
  certificatesReadModel,
  copiesReadModel,
  feesReadModel,
  guardiansReadModel,
  legalHoldsReadModel,
  disclosuresReadModel,
  loanHistoriesReadModel,
  loansReadModel,
  notesReadModel,
  messagesReadModel,
  messageCountsReadModel,
  accessesReadModel,
  noticesReadModel,
  offlineCasesReadModel,
  overridesReadModel,
  queueReadModel,
  spentPaymentReceiptsReadModel,
  statisticsReadModel,
  videoReadModel,
  websiteReadModel,
]
