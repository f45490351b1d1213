import type { Day } from '../values/day'
import type { BranchId, MunicipalityCode } from '../values/ids'
import type { BorrowerGroup } from '../policy/borrower-group'
import type { MessageLanguage } from './message-language'

/** What a borrower chooses: the home branch, and the language of messages. */
export interface BorrowerPreferences {
  readonly homeBranch: BranchId
  readonly language: MessageLanguage
}

/** What the library knows of a borrower until the erasure. */
export interface PersonalDetails extends BorrowerPreferences {
  /** Lånernummer: drawn at random by the caller, so that it says nothing of the person. */
  readonly number: string
  readonly cpr: string | null
  readonly name: string
  readonly birthDate: Day | null
  readonly group: BorrowerGroup
  readonly municipality: MunicipalityCode | null
}
