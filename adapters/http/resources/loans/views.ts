import * as t from 'io-ts'
import { Day } from '../../../../domain/language/day'
import { CopyId, LoanId, TitleId } from '../../../../domain/language/ids'
import { nullable } from '../../codecs/nullable'
import { personal } from '../../codecs/personal'
import { shape } from '../../codecs/shape'

/** A loan as its borrower sees it; the day it is forgotten is told as soon as it is known. */
export const LoanView = shape('Loan', {
  loan: LoanId,
  copy: personal('loan')(CopyId),
  title: personal('loan')(TitleId),
  name: personal('loan')(t.string),
  lentOn: personal('loan')(Day),
  dueOn: personal('loan')(Day),
  endedOn: nullable(Day),
  end: nullable(t.keyof({ returned: null, billed: null })),
  forgottenOn: nullable(Day),
})

/** What is answered when a loan is made or renewed. */
export const LoanChanged = shape('LoanChanged', { loan: LoanId, copy: CopyId, dueOn: Day })

export const LoanEnded = shape('LoanEnded', { loan: LoanId, copy: CopyId })
