import { BlockLifted } from '../../../domain/borrower/events/block-lifted'
import { BlockSet } from '../../../domain/borrower/events/block-set'
import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { BorrowerRegistered } from '../../../domain/borrower/events/borrower-registered'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ContactChanged } from '../../../domain/borrower/events/contact-changed'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import { PreferencesChanged } from '../../../domain/borrower/events/preferences-changed'
import type { BlockId, BorrowerId, CardId, ContactId } from '../../../domain/values/ids'
import { halfYearOf, monthOf } from '../../../domain/values/month'
import { branches, canary, municipalities, newScope, withOne, type Step, type World } from './world'

const details = (world: World) => ({
  careOf: null,
  address: `${canary} ${world.next}`,
  phones: [`${canary} ${world.next}`],
  mobileForNotices: null,
  email: null,
})

const register: Step = (world, choose) => {
  const borrower = newScope<BorrowerId>(world, 'borrower')
  const contact = newScope<ContactId>(world, 'contact', borrower)
  const card = newScope<CardId>(world, 'card', borrower)
  world.borrowers.push({ id: borrower, contact, blocks: [] })
  world.persons.push(
    BorrowerRegistered(
      { borrower, contact, card, registeredIn: monthOf(world.day) },
      {
        borrower: {
          number: `${canary} ${world.next}`,
          cpr: choose([null, `${canary} cpr ${world.next}`]) ?? null,
          name: `${canary} ${world.next}`,
          birthDate: choose([null, world.day]) ?? null,
          group: choose(['adult', 'child'] as const) ?? 'adult',
          municipality: choose(municipalities) ?? null,
          homeBranch: choose(branches)!,
          language: 'da',
        },
        contact: { details: details(world) },
        card: { number: `${canary} card ${world.next}`, pin: null },
      },
    ),
  )
}

const changeContact: Step = (world, choose) =>
  withOne(choose(world.borrowers), (borrower) => {
    const contact = newScope<ContactId>(world, 'contact', borrower.id)
    const open = { borrower: borrower.id, contact, replaces: borrower.contact }
    world.persons.push(ContactChanged(open, { contact: { details: details(world) } }))
    borrower.contact = contact
  })

const changePreferences: Step = (world, choose) =>
  withOne(choose(world.borrowers), ({ id }) => {
    const borrower = { homeBranch: choose(branches)!, language: 'en' as const }
    world.persons.push(PreferencesChanged({ borrower: id }, { borrower }))
  })

const block: Step = (world, choose) =>
  withOne(choose(world.borrowers), ({ id, blocks }) => {
    const scope = newScope<BlockId>(world, 'block', id)
    blocks.push(scope)
    world.persons.push(
      BlockSet({ borrower: id, block: scope }, { block: { reason: 'U', since: world.day, note: canary } }),
    )
  })

const lift: Step = (world, choose) =>
  withOne(choose(world.borrowers), ({ id, blocks }) =>
    withOne(blocks.pop(), (scope) => {
      world.persons.push(BlockLifted({ borrower: id, block: scope }, {}))
    }),
  )

const see: Step = (world, choose) =>
  withOne(choose(world.borrowers), ({ id }) => {
    world.persons.push(BorrowerSeen({ borrower: id, halfYear: halfYearOf(monthOf(world.day)) }, {}))
  })

const leave: Step = (world, choose) =>
  withOne(choose(world.borrowers), ({ id }) => {
    const lapsed = BorrowerLapsed({ borrower: id, lapsedIn: monthOf(world.day) }, {})
    world.persons.push(choose([lapsed, ErasureRequested({ borrower: id }, {})])!)
  })

export const personSteps = [register, register, changeContact, changePreferences, block, lift, see, leave]
