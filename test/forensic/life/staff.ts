import { changeBorrower } from '../../../domain/use-cases/borrower'
import { tendCopy } from '../../../domain/use-cases/copy'
import { relieve } from '../../../domain/use-cases/fee'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { changeQueue } from '../../../domain/use-cases/title'
import type { BlockId, ContactId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { blocks } from '../../../projections/borrowers/rows'
import { copies, type CopyStatus } from '../../../projections/copies/rows'
import { detailsFor, letters, textsOf } from './person'
import { acted, branches, counted, type Town, type Townsman } from './town'

const canary = (town: Town, text: string): string => {
  town.truth.canaries.add(text)
  return text
}

/** Lifts one of the blocks that stand. */
const unblockOne = async (town: Town): Promise<void> => {
  const standing = town.chance.one(town.system.rows.find(blocks, {}))
  if (standing === undefined) return
  const { borrower, block } = standing
  const act = changeBorrower(town.system.library)(borrower, acted(town))
  counted(town)('unblocked', await act(() => ({ type: 'LiftBlock', borrower, block }))())
}

/** Moves house, or is blocked with a note. Somebody else is unblocked first. */
export const keepRecord = async (town: Town, { borrower, n }: Townsman): Promise<void> => {
  await unblockOne(town)
  const change = changeBorrower(town.system.library)(borrower, acted(town))
  const about = `${String(n)} ${String(town.visits)}`
  if (town.chance.happens(0.2)) {
    const note = canary(town, `Notat om ${letters(`${about} note`)}`)
    const at = noonOf(town.system.library.desk.clock.today())
    const blocked = await change((ids) => ({
      ...{ type: 'BlockBorrower', borrower, block: ids.next('block') as BlockId, reason: 'U', note, at },
    }))()
    counted(town)('blocked', blocked)
  } else {
    const details = detailsFor(about)
    for (const text of textsOf(details)) canary(town, text)
    const contactOf = (id: string) => id as ContactId
    const moved = await change((ids) => ({
      ...{ type: 'ChangeContact', borrower, contact: contactOf(ids.next('contact')), details },
    }))()
    counted(town)('moved house', moved)
  }
}

/** Lets somebody off a fee, with words about why. */
export const letOff = async (town: Town, { borrower }: Townsman): Promise<void> => {
  const { library } = town.system
  const known = await library.lookUp.fees(borrower)()
  const owed = known._tag === 'Right' ? known.right.find(({ settled }) => !settled) : undefined
  if (owed === undefined) return
  const reason = canary(town, `Eftergivet: ${letters(owed.fee)}`)
  const at = noonOf(library.desk.clock.today())
  const waive = { type: 'WaiveFee', fee: owed.fee, reason, at } as const
  counted(town)('waived', await relieve(library)(borrower, acted(town))(waive)())
}

/** Gives up waiting; if this one waits for nothing, somebody else who does. */
export const giveUp = async (town: Town, first: Townsman): Promise<void> => {
  const { library } = town.system
  for (const { borrower } of [first, ...town.people.values()]) {
    const standing = await library.lookUp.standing(borrower)()
    const waits = standing._tag === 'Right' ? standing.right?.reservations[0] : undefined
    if (waits === undefined) continue
    const { reservation, title } = waits
    const act = changeQueue(library)(title, acted(town))
    counted(town)('gave up', await act({ type: 'CancelReservation', reservation, title })())
    return
  }
}

/** Asks to be forgotten; refused while anything is held or owed. */
export const askToBeForgotten = async (town: Town, { borrower }: Townsman): Promise<void> => {
  const { library, retention } = town.system
  if (
    counted(town)('forgotten on request', await requestErasure(library)({ borrower, ...acted(town) })()) === undefined
  )
    return
  town.people.delete(borrower)
  await retention.run()
}

const withStatus = (town: Town, status: CopyStatus) => town.system.rows.find(copies, { where: { status } })

/** Finds one of the copies that count as lost, behind a shelf. */
export const findOne = async (town: Town): Promise<void> => {
  const lost = town.chance.one(withStatus(town, 'lost'))
  if (lost === undefined) return
  const day = town.system.library.desk.clock.today()
  const find = { type: 'Find', branch: branches[0]!, day } as const
  counted(town)('found', await tendCopy(town.system.library)(lost.copy, acted(town))(find)())
}

/** Unpacks what has come from the other branch. */
export const unpack = async (town: Town): Promise<void> => {
  const at = noonOf(town.system.library.desk.clock.today())
  for (const { copy } of withStatus(town, 'inTransit'))
    for (const branch of branches) {
      const arrive = { type: 'Arrive', branch, pickUpNumber: '000123', at } as const
      counted(town)('arrived', await tendCopy(town.system.library)(copy, acted(town))(arrive)())
    }
}
