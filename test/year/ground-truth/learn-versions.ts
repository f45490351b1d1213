import type * as Ids from '../../../domain/values/ids'
import { broken } from '../checks/broken-promise'
import { endOfNextMonth } from './end-days'
import type { Learn } from './learned-facts'
import { addScope, endScope } from './scopes'

/** The CPR register has changed who a borrower is, or how they are reached. What staff and borrowers change is known. */
const learnVersion =
  (name: 'identity' | 'contact'): Learn =>
  (groundTruth, { day, broken: found }, { open }) => {
    const id = String(open[name])
    const { scopes, gone, expectedVersions, borrowers } = groundTruth
    if (scopes.has(id) || gone.has(id)) return
    const at = expectedVersions.findIndex((one) => one.class === name && one.borrower === open['borrower'])
    if (at === -1) return void found.push(broken(name === 'identity' ? 'name' : 'careOf', 'changed by nobody', id))
    const [{ borrower, texts }] = expectedVersions.splice(at, 1) as [(typeof expectedVersions)[number]]
    addScope(groundTruth, { id, class: name, borrower, texts })
    const current = borrowers.get(borrower)?.scopes
    if (current === undefined) return
    if (current[name] !== null) endScope(groundTruth, current[name], endOfNextMonth(day))
    Object.assign(current, { [name]: id as Ids.IdentityId | Ids.ContactId })
  }

export const versionLearners: Readonly<Record<string, Learn>> = {
  IdentityChanged: learnVersion('identity'),
  ContactChanged: learnVersion('contact'),
}
