import { activityModel } from './activity/read-model'
import { borrowersModel } from './borrowers/read-model'
import { calendarModel } from './calendar/read-model'
import { copiesModel } from './copies/read-model'
import { feesModel } from './fees/read-model'
import type { ReadModel } from './kernel/read-model'
import { loansModel } from './loans/read-model'
import { queueModel } from './queue/read-model'
import { statisticsModel } from './statistics/read-model'

/** Every read model. What stands here is folded, purged and counted; nothing else holds rows. */
export const readModels: ReadonlyArray<ReadModel> = [
  activityModel,
  borrowersModel,
  calendarModel,
  copiesModel,
  feesModel,
  loansModel,
  queueModel,
  statisticsModel,
]
