import { BorrowerGroup } from '../../../domain/policy/borrower-group'
import {
  enumSchema,
  listSchema,
  policyObjectSchema,
  uniqueListSchema,
  wholeNumberOrNullSchema,
  wholeNumberSchema,
} from './policy-schema-node'

/** The most days of any period in a policy. */
export const mostDays = 400

/** An amount of money. */
export const oreSchema = (what: string) => wholeNumberSchema(`${what}, in øre: 5000 is 50 kr.`, 0, 10_000_000)

/** The fees for lateness and for lost copies. */
export const feesSchema = policyObjectSchema(
  'fees for lateness and for lost copies',
  {},
  {
    table: listSchema(
      'the fee for lateness by days overdue; each row holds up to its number of days',
      policyObjectSchema('a row', {
        upToDays: wholeNumberOrNullSchema('days overdue; null in the last row', 1, mostDays),
        adult: oreSchema('the fee of an adult'),
        child: oreSchema('the fee of a child'),
      }),
      1,
      20,
    ),
    exempt: uniqueListSchema(
      'borrower groups without fees',
      enumSchema('a borrower group', Object.keys(BorrowerGroup.keys)),
    ),
    defaultPrice: oreSchema('the price of a copy whose price is unknown'),
    handlingFee: oreSchema('added to the price of a lost copy'),
    writtenOffAfterYears: wholeNumberSchema(
      'years after which a fee that nobody paid is written off, unless its debt is renewed',
      1,
      10,
    ),
  },
)
