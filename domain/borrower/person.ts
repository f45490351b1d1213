import type { Day } from '../values/day'
import type { BranchId, MunicipalityCode } from '../values/ids'
import type { BorrowerGroup } from '../policy/borrower-group'
import type { Language } from './language'

/** What a borrower may choose: where to pick up, and the language of messages. */
export interface Preferences {
  readonly homeBranch: BranchId
  readonly language: Language
}

/** What the library knows of a borrower until the borrower is erased. */
export interface Person extends Preferences {
  /** Lånernummer: drawn at random outside, and tells nothing of the person. */
  readonly number: string
  readonly cpr: string | null
  readonly name: string
  readonly birthDate: Day | null
  readonly group: BorrowerGroup
  readonly municipality: MunicipalityCode | null
}
