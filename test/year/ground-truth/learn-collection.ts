import { addDays, type Day } from '../../../domain/values/day'
import type * as Ids from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { broken } from '../checks/broken-promise'
import { daysToPayOfYear } from '../collector-of-year'
import { endOfMonthFiveYearsAfter } from './end-days'
import type { Learn } from './learned-facts'
import { addScope } from './scopes'

/** The written notice went out, on the day or one of those after it: the days to pay begin. */
const learnNoticeSent: Learn = (groundTruth, { broken: found }, { open, sealed }) => {
  const fee = groundTruth.fees.get(open['fee'] as Ids.FeeId)
  if (fee === undefined || sealed.fee === undefined) return
  const [sentOn, payBy] = [sealed.fee['noticeSentOn'] as Day, sealed.fee['payBy'] as Day]
  // Staff may have recalled the fee since, on the same day.
  if (payBy !== addDays(daysToPayOfYear)(sentOn))
    found.push(broken('outstandingBalance', 'the days to pay of a notice are others', fee.fee))
  if (fee.collection === 'noticeRequested') Object.assign(fee, { collection: 'noticeSent', payBy })
}

/** Each file to the collector is a disclosure, of which the record stays for five years. */
const learnDisclosure: Learn = ({ expectedDisclosures, ...groundTruth }, { broken: found }, { open, sealed }) => {
  const disclosure = open['disclosure'] as Ids.DisclosureId
  const at = expectedDisclosures.findIndex((file) => file === sealed.disclosure?.['caseNumber'])
  if (at === -1) found.push(broken('disclosures', 'one that nobody made', disclosure))
  else expectedDisclosures.splice(at, 1)
  const lastDay = endOfMonthFiveYearsAfter(open['madeIn'] as Month)
  addScope({ expectedDisclosures, ...groundTruth }, { id: disclosure, class: 'disclosure', borrower: null, lastDay })
}

export const collectionLearners: Readonly<Record<string, Learn>> = {
  CollectionNoticeSent: learnNoticeSent,
  DisclosureMade: learnDisclosure,
}
