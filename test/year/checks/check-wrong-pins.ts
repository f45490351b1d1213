import { longestPinLockMs, maxWrongPins } from '../../../adapters/interfaces/http/request-handling/wrong-pin-counter'
import { hashPin } from '../../../adapters/interfaces/http/resources/borrowers/pin-hash'
import { machineUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { setPinTo } from '../actions/cards-and-pin'
import { isRefusedLogIn } from '../ground-truth/is-refused-log-in'
import { count, pickVisitor, type SimulatedYear } from '../simulated-year'
import { broken, type BrokenPromise } from './broken-promise'

const pin = '2468'

/** "Too many wrong PINs lock log-in for a while": the fifth locks the card, and the lock ends by itself. */
export const checkWrongPins = async (
  { send }: ServedLibrary,
  year: SimulatedYear,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const borrower = pickVisitor(year)
  if (borrower === undefined || isRefusedLogIn(borrower)) return []
  const [card] = borrower.cards.values()
  if (card === undefined || !(await setPinTo(year, borrower, await hashPin(pin)))) return []
  const ask = async (given: string) => {
    const { status, body } = await send('POST', '/borrowers/look-up', { as: machineUser, body: { card, pin: given } })
    return status === 200 && body.borrower === borrower.id ? 'found' : status
  }
  const answers: Array<number | string> = []
  for (let attempt = 0; attempt < maxWrongPins; attempt += 1) answers.push(await ask('1111'))
  answers.push(await ask(pin))
  year.time.passed += longestPinLockMs
  answers.push(await ask(pin))
  count(year, 'log-in locked')
  return answers.join() === [...Array.from({ length: maxWrongPins }, () => 422), 429, 'found'].join()
    ? []
    : [broken('pin', `wrong ones are answered by ${answers.join()}`, borrower.id)]
}
