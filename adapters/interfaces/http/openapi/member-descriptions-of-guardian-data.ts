import { kindsOfData } from '../../../../retention/promises/kinds-of-data'

/** The schema of each kind of data in the export of a guardian. */
const schemas = {
  guardian: 'GuardianDataPerson',
  guardianCprNumber: 'GuardianDataCprNumber',
  guardianPaper: 'GuardianDataPaper',
  outstandingBalance: 'GuardianDataBalance',
  messages: 'GuardianDataMessages',
  notices: 'GuardianDataNotices',
} as const

const descriptionsOfKinds = Object.fromEntries(
  (Object.keys(schemas) as ReadonlyArray<keyof typeof schemas>).flatMap((kind) => [
    [`GuardianDataByKind.${kind}`, `${kindsOfData[kind].name.en} (${kindsOfData[kind].name.da})`],
    [`${schemas[kind]}.promise`, 'What the library promises of it'],
    [`${schemas[kind]}.data`, 'What the library holds; null when it holds nothing'],
  ]),
)

/** What a member of the export of a guardian says, by schema and name. */
export const memberDescriptionsOfGuardianData: Readonly<Record<string, string>> = {
  ...descriptionsOfKinds,
  'GuardianData.madeOn': 'The day on which the export was made',
  'GuardianData.guardianships': 'What is held for each child, of guardianships that have not ended',
  'DataOfGuardianship.kinds': 'What is held of each kind of data',
  'PromiseToGuardian.name': 'The name of the kind of data',
  'PromiseToGuardian.purpose': 'Why the library holds it',
  'PromiseToGuardian.legalBasis': 'On what legal basis',
  'PromiseToGuardian.until': 'Until when it is held, in words',
  'MessageToGuardian.content':
    'What the message tells: titles, days and amounts; without titles from the age on from which these are the child’s own affair',
  'MessageToGuardian.sentTo':
    'Where it was sent; null for a letter, and when the address is none of the guardian now: it may be that of an earlier guardian',
  'MessageItemForGuardian.name': 'The title; null where it is the child’s own affair',
  'BalanceOfGuardian.payments': 'The payments of these fees. A payment does not say who paid it',
}
