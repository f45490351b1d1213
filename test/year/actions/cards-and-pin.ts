import type { BorrowerChange } from '../../../domain/use-cases/change-borrower'
import type { UseCaseIds } from '../../../domain/use-cases/repeatable-ids-of-use-case'
import type * as Ids from '../../../domain/values/ids'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { endScope } from '../ground-truth/scopes'
import { metadataIn, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
import { change, idIn, endWithNextMonth } from './change-borrower'
import { madeUpCardNumber, madeUpText } from './made-up-people'

/** A card is replaced, or issued beside the others. */
export const issueCard = async (
  year: SimulatedYear,
  borrower: TrueBorrower,
  replaces: Ids.CardId | null,
): Promise<void> => {
  // prettier-ignore
  const number = madeUpCardNumber(nextNumber(year))
  const texts = { card: [{ text: number, kind: 'cards' } as const] }
  const kind = replaces === null ? 'card issued' : 'card replaced'
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'IssueCard', borrower: borrower.id, card: idFor('card') as Ids.CardId, number, replaces },
  })
  const card = idIn<Ids.CardId>(await change(year, kind, borrower, command, texts), 'card')
  if (card === undefined) return
  borrower.cards.set(card, number)
  if (replaces === null) return
  endWithNextMonth(year, replaces)
  borrower.cards.delete(replaces)
}

/** A card is reported stolen: it goes, and the borrower is blocked at once. */
export const reportCardStolen = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const [card] = borrower.cards.keys()
  if (card === undefined) return
  const at = metadataIn(year).at
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'ReportCardStolen', borrower: borrower.id, card, block: idFor('block') as Ids.BlockId, at },
  })
  const events = await change(year, 'card stolen', borrower, command)
  if (events.length === 0) return
  endWithNextMonth(year, card)
  borrower.cards.delete(card)
  for (const event of events)
    if (event.type === 'BlockSet')
      borrower.blocks.set(event.open.block, { reason: 'O', since: todayIn(year), note: null })
  await issueCard(year, borrower, null)
}

/** A PIN is set; the one before is forgotten at once. Whether it was set. */
export const setPinTo = async (year: SimulatedYear, borrower: TrueBorrower, hash: string): Promise<boolean> => {
  const texts = { pin: [{ text: hash, kind: 'pin' } as const] }
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'SetPin', borrower: borrower.id, pin: idFor('pin') as Ids.PinId, hash },
  })
  const pin = idIn<Ids.PinId>(await change(year, 'PIN changed', borrower, command, texts), 'pin')
  if (pin === undefined) return false
  if (borrower.scopes.pin !== null) endScope(year.groundTruth, borrower.scopes.pin, todayIn(year))
  borrower.scopes.pin = pin
  return true
}

export const setPin = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  await setPinTo(year, borrower, madeUpText('pin', nextNumber(year)))
}
