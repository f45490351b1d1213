import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { CopyId, LoanId, TitleId } from '../../../../../domain/values/ids'
import { nullable } from '../../codecs/nullable'
import { personal } from '../../codecs/personal'
import { shape } from '../../codecs/shape'

/**
 * A loan as its borrower sees it; the day it is forgotten is told as soon as it is known. The log names the loan and
 * the day of its end beside the copy, so that either, beside a borrower, would join the two: both are personal here.
 */
export const LoanView = shape('Loan', {
  loan: personal('loan')(LoanId),
  copy: personal('loan')(CopyId),
  title: personal('loan')(TitleId),
  name: personal('loan')(t.string),
  lentOn: personal('loan')(Day),
  dueOn: personal('loan')(Day),
  endedOn: personal('loan')(nullable(Day)),
  end: personal('loan')(nullable(t.keyof({ returned: null, billed: null }))),
  forgottenOn: personal('loan')(nullable(Day)),
})

/** What is answered when a loan is made or renewed. */
export const LoanChanged = shape('LoanChanged', { loan: LoanId, copy: CopyId, dueOn: Day })

export const LoanEnded = shape('LoanEnded', { loan: LoanId, copy: CopyId })
