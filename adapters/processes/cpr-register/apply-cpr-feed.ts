import * as E from 'fp-ts/Either'
import type { CprFeedPage, CprFeedPosition } from '../../../domain/ports/cpr-register'
import type { CprRegisterPorts } from './cpr-register-ports'

/**
 * Applies the persons of a page in random order, so that the order of a log does not tell that of a delivery. False when it
 * ended before all was done: the page is applied again later, and changes nothing that was applied already.
 */
const applyPage = async (ports: CprRegisterPorts, { persons, unreadable }: CprFeedPage): Promise<boolean> => {
  for (const person of ports.shuffle(persons)) {
    if (!(await ports.mayContinue())) return false
    const borrower = ports.borrowerWith(person.cpr)
    if (borrower !== undefined && E.isLeft(await ports.update(borrower, person)())) return false
  }
  for (const record of unreadable) ports.reportUnreadable(record)
  return true
}

/**
 * Applies what the feed has, part by part, and acknowledges each when it is applied. Records of strangers are dropped unread.
 */
export const applyCprFeed = async (ports: CprRegisterPorts): Promise<void> => {
  const isWanted: Parameters<typeof ports.register.readChanges>[1] = (cpr) => ports.borrowerWith(cpr) !== undefined
  let position: CprFeedPosition | undefined
  while (await ports.mayContinue()) {
    if (E.isLeft(await ports.catchUp())) return
    const page = await ports.register.readChanges(position, isWanted)()
    if (E.isLeft(page)) {
      ports.reportUnavailable()
      return
    }
    if (page.right === undefined || !(await applyPage(ports, page.right))) return
    position = page.right.position
    if (E.isLeft(await ports.register.acknowledge(position)())) return
  }
}
