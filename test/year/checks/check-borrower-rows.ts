import { absencesTable } from '../../../projections/absences/absences-table'
import { blocksTable, borrowersTable, cardsTable, contactsTable, identitiesTable, nameWordsTable, pinsTable, preferencesTable } from '../../../projections/borrowers/borrower-tables' // prettier-ignore
import {
  guardianPapersTable,
  guardiansTable,
  verifiedEmailsOfGuardiansTable,
} from '../../../projections/guardians/guardian-tables'
import { historyConsentsTable } from '../../../projections/loan-histories/loan-histories-tables'
import { disclosuresTable } from '../../../projections/disclosures/disclosures-table'
import { serverLogDaysTable, serverLogOpeningsTable } from '../../../projections/website/website-tables'
import { messageCountsTable } from '../../../projections/message-counts/message-counts-table'
import { noticesTable } from '../../../projections/notices/notice-table'
import { notesRequestsTable, notesTable } from '../../../projections/notes/notes-table'
import { isReadableAfter } from '../ground-truth/scopes'
import { compareRows, findRowsOfOtherScopes } from './compare-rows'
import type { Check } from './midnight'

/** Everything that the library holds on a borrower, as staff and the borrower read it: exactly what is known, and no more. */
export const checkBorrowerRows: Check = ({ year, day }) => {
  const { groundTruth, library } = year
  const { rows } = library
  const borrowers = [...groundTruth.borrowers.values()]
  const scope = isReadableAfter(groundTruth)(day)
  const isReadable = (id: string): boolean => groundTruth.scopes.has(id) && scope(groundTruth.scopes.get(id)!)
  return [
    ...compareRows(rows, {
      ...{ table: borrowersTable, key: 'borrower', promise: 'borrowerNumber' },
      rows: borrowers.map(({ id, person }) => ({ borrower: id, number: person.number })),
    }),
    ...compareRows(rows, {
      ...{ table: identitiesTable, key: 'borrower', promise: 'name' },
      promiseOfColumn: {
        ...{ cpr: 'cprNumber', birthDate: 'birthDate', group: 'borrowerGroup', municipality: 'municipality' },
        ...{ reason: 'identityCorrections', isNameAndAddressProtected: 'nameAndAddressProtection' },
      },
      rows: borrowers.map(({ id, person, scopes, reason, isProtected }) => {
        const { cpr, name, birthDate, group, municipality } = person
        const isNameAndAddressProtected: 0 | 1 = isProtected ? 1 : 0
        return {
          borrower: id,
          identity: scopes.identity,
          cpr,
          name,
          birthDate,
          group,
          municipality,
          isNameAndAddressProtected,
          reason,
        }
      }),
    }),
    ...compareRows(rows, {
      ...{ table: preferencesTable, key: 'borrower', promise: 'homeBranch', promiseOfColumn: { language: 'language' } },
      rows: borrowers.map(({ id, person: { homeBranch, language }, scopes: { preference } }) => ({
        ...{ borrower: id, preference, homeBranch, language },
      })),
    }),
    ...compareRows(rows, {
      ...{ table: contactsTable, key: 'contact', promise: 'careOf' },
      promiseOfColumn: { phones: 'phones', mobileForNotices: 'phones', emails: 'email', emailForNotices: 'email' },
      rows: borrowers.map(
        ({ id, contact: { careOf, address, phones, mobileForNotices, emails, emailForNotices }, scopes }) => ({
          ...{ contact: scopes.contact, borrower: id, careOf, address, phones: JSON.stringify(phones) },
          ...{ mobileForNotices, emails: JSON.stringify(emails), emailForNotices },
        }),
      ),
    }),
    ...compareRows(rows, {
      ...{ table: cardsTable, key: 'card', promise: 'cards' },
      rows: borrowers.flatMap(({ id, cards }) => [...cards].map(([card, number]) => ({ card, borrower: id, number }))),
    }),
    ...compareRows(rows, {
      ...{ table: pinsTable, key: 'borrower', promise: 'pin' },
      rows: borrowers.flatMap(({ id, scopes: { pin } }) => (pin === null ? [] : [{ borrower: id, pin }])),
    }),
    ...compareRows(rows, {
      ...{ table: blocksTable, key: 'block', promise: 'block', promiseOfColumn: { note: 'internalNote' } },
      rows: borrowers.flatMap(({ id, blocks }) => [...blocks].map(([block, of]) => ({ block, borrower: id, ...of }))),
    }),
    ...compareRows(rows, {
      ...{ table: notesTable, key: 'note', promise: 'noteToBorrower' },
      promiseOfColumn: { internalNote: 'internalNote' },
      rows: borrowers.flatMap(({ id, notes }) =>
        notes === null ? [] : [{ note: notes.scope, borrower: id, ...notes.notes }],
      ),
    }),
    ...compareRows(rows, {
      ...{ table: absencesTable, key: 'absence', promise: 'absencePeriod' },
      rows: borrowers.flatMap(({ id, absence }) =>
        absence === null ? [] : [{ absence: absence.scope, borrower: id, ...absence.period }],
      ),
    }),
    ...compareRows(rows, {
      ...{ table: guardiansTable, key: 'guardian', promise: 'guardian', promiseOfColumn: { cpr: 'guardianCprNumber' } },
      rows: borrowers.flatMap(({ id, guardian }) => {
        if (guardian === null) return []
        const { careOf, address, phones, mobileForNotices, emails, emailForNotices } = guardian.contact
        const lists = { phones: JSON.stringify(phones), emails: JSON.stringify(emails) }
        const contact = { careOf, address, ...lists, mobileForNotices, emailForNotices }
        return [{ guardian: guardian.scope, borrower: id, cpr: guardian.cpr, name: guardian.name, ...contact }]
      }),
    }),
    ...compareRows(rows, {
      ...{ table: verifiedEmailsOfGuardiansTable, key: 'guardian', promise: 'guardian' },
      rows: borrowers.flatMap(({ id, guardian }) =>
        guardian?.isEmailVerified === true
          ? [{ guardian: guardian.scope, borrower: id, email: guardian.contact.emailForNotices ?? '' }]
          : [],
      ),
    }),
    ...findRowsOfOtherScopes(rows, nameWordsTable, 'identity', 'name', isReadable),
    ...findRowsOfOtherScopes(rows, messageCountsTable, 'messageCount', 'messageCounts', isReadable),
    ...findRowsOfOtherScopes(rows, noticesTable, 'notice', 'notices', isReadable),
    ...findRowsOfOtherScopes(rows, disclosuresTable, 'disclosure', 'disclosures', isReadable),
    ...findRowsOfOtherScopes(rows, serverLogDaysTable, 'serverLog', 'serverLog', isReadable),
    ...findRowsOfOtherScopes(rows, serverLogOpeningsTable, 'serverLogOpening', 'serverLogOpenings', isReadable),
    ...findRowsOfOtherScopes(rows, notesRequestsTable, 'note', 'notesRequest', isReadable),
    ...findRowsOfOtherScopes(rows, guardianPapersTable, 'guardian', 'guardianPaper', isReadable),
    ...compareRows(rows, {
      ...{ table: historyConsentsTable, key: 'history', promise: 'loanHistory' },
      rows: borrowers.flatMap(({ id, history }) =>
        history === null ? [] : [{ history: history.scope, borrower: id, givenIn: history.givenIn }],
      ),
    }),
  ]
}
