import { mostParallelTitles } from '../../../domain/title/parallel-titles'
import { OverridableRefusal } from '../../../domain/policy/overridable-refusal'
import { BorrowerGroup } from '../../../domain/policy/borrower-group'
import { MunicipalityCode } from '../../../domain/values/ids'
import { branchSchema, branchCodeSchema, branchSettingsSchema, closedDaysPolicySchema } from './branch-schema'
import { collectionPolicySchema } from './collection-schema'
import { contactsSchema } from './contacts-schema'
import { feesSchema, mostDays, oreSchema } from './fees-schema'
import { legalHoldSchema } from './legal-hold-schema'
import { processingSchema } from './processing-schema'
import {
  daySchema,
  listSchema,
  objectSchemaForAnyMemberNames,
  membersWithSameSchema,
  policyObjectSchema,
  enumSchema,
  patternSchema,
  uniqueListSchema,
  policyTextSchema,
  wholeNumberOrNullSchema,
  wholeNumberSchema,
  type PolicySchemaNode,
} from './policy-schema-node'

/** The material groups that can be lent. Those of the group not-lent never are. */
export const lendableMaterialGroups = ['standard', 'short-14', 'short-7', 'inter-library'] as const

const borrowerGroups = Object.keys(BorrowerGroup.keys)

const loanPeriods = policyObjectSchema(
  'loan periods in days, by material group and borrower group',
  {},
  membersWithSameSchema(
    lendableMaterialGroups,
    policyObjectSchema(
      'loan periods by borrower group',
      {},
      membersWithSameSchema(
        borrowerGroups,
        wholeNumberOrNullSchema('days; null when it is not lent to the group', 1, mostDays),
      ),
    ),
  ),
)

const values = {
  loanPeriods,
  loanLimit: wholeNumberSchema('the most loans of a borrower at a time', 1, 1000),
  overridableRefusals: uniqueListSchema(
    'what staff may override with a written reason',
    enumSchema('the cause of a refusal', Object.keys(OverridableRefusal.keys)),
  ),
  renewals: policyObjectSchema(
    'renewals',
    {},
    {
      fromDaysBeforeDue: wholeNumberSchema('days before the due day from which a loan may be renewed', 0, mostDays),
      atMost: wholeNumberSchema('renewals of a loan', 0, 100),
    },
  ),
  reservations: policyObjectSchema(
    'reservations',
    {},
    {
      atMost: wholeNumberSchema('the most reservations of a borrower at a time', 0, 1000),
      parallelAtMost: wholeNumberSchema('the most titles of one parallel reservation', 2, mostParallelTitles),
      interestDays: wholeNumberSchema('days of interest, unless the borrower names a last day', 1, 1000),
      interestAtMostDays: wholeNumberSchema('the most days of interest', 1, 1000),
      notReserved: uniqueListSchema(
        'material groups that are lent and not reserved',
        enumSchema('a material group', lendableMaterialGroups),
      ),
    },
  ),
  pickUp: policyObjectSchema(
    'copies that are set aside',
    {},
    {
      days: wholeNumberSchema('days on the pick-up shelf', 1, 60),
      setAsideAtMostDays: wholeNumberSchema('the most days that a copy is set aside, transport included', 1, mostDays),
    },
  ),
  closedDays: closedDaysPolicySchema,
  debtLimit: policyObjectSchema(
    'the debt that blocks a borrower',
    {},
    {
      comparison: enumSchema('whether the amount itself blocks', ['at least', 'more than']),
      amount: oreSchema('the debt'),
    },
  ),
  adultAge: wholeNumberSchema('the age in years from which the fees of adults hold', 0, 99),
  billedAfterDays: wholeNumberSchema(
    'days after the due day on which a copy counts as lost and is billed',
    1,
    mostDays,
  ),
  fees: feesSchema,
  collection: collectionPolicySchema,
  netMedia: policyObjectSchema(
    'who may use net media',
    {},
    {
      municipalities: uniqueListSchema(
        'the municipalities of residence of those who may; [] is every municipality',
        patternSchema('a municipality code', 'three digits, such as 851', MunicipalityCode.form.source),
      ),
    },
  ),
  guardians: policyObjectSchema(
    'the guardians of children',
    {},
    {
      ageOfMajority: wholeNumberSchema('the age in years from which nobody answers for a borrower', 1, 99),
      titlesBelowAge: wholeNumberSchema('the age in years below which a guardian sees the titles of a child', 0, 99),
    },
  ),
  inactivity: policyObjectSchema(
    'the erasure of borrowers who have not used the library for two years',
    {},
    { noticeMonths: wholeNumberSchema('months from the message to the erasure', 1, 12) },
  ),
  messages: policyObjectSchema(
    'when borrowers are written to',
    {},
    {
      dueSoonDays: wholeNumberSchema('days before the due day on which a borrower is told that it comes', 1, 60),
      recallDays: wholeNumberSchema('days after the due day on which an unreturned loan is recalled', 1, mostDays),
      reservationNoticeDays: wholeNumberSchema(
        'days before the last day of interest on which a borrower is told that a reservation runs out',
        1,
        mostDays,
      ),
      notReminded: uniqueListSchema(
        'borrower groups that are not told of due days, neither before nor after them',
        enumSchema('a borrower group', borrowerGroups),
      ),
    },
  ),
  emailVerification: policyObjectSchema(
    'how an e-mail is verified, by a link that is mailed to it',
    {},
    {
      linkHours: wholeNumberSchema('hours for which a link can be used', 1, 168),
      mostLinks: wholeNumberSchema('links that are mailed for one borrower, until a day has passed without one', 1, 50),
    },
  ),
  legalHolds: legalHoldSchema,
  contacts: contactsSchema,
  processing: processingSchema,
  branches: objectSchemaForAnyMemberNames('values of single branches, by code', branchCodeSchema, branchSettingsSchema),
}

/** The JSON Schema of the values of a policy. */
export const policyValuesSchema: PolicySchemaNode = policyObjectSchema('the values of a policy', {}, values)

const version = policyObjectSchema(
  'the values from a day on; what is not given is that of the version before, or the default',
  { from: daySchema('the day from which the version is in force') },
  values,
)

/** The JSON Schema of a policy file. The reader checks a file against this same value. */
export const policySchema: PolicySchemaNode = policyObjectSchema(
  'the policy of a library',
  { versions: listSchema('the versions by rising day', version, 1, 200) },
  {
    $schema: policyTextSchema('where editors find this schema', 500),
    branches: listSchema('the branches of the library; without them, every branch is accepted', branchSchema, 1, 500),
  },
)

/** The schema as a document of its own. */
export const policySchemaDocument = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Policy of a library',
  ...policySchema,
}
