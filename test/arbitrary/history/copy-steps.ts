import { CopyAcquired } from '../../../domain/copy/events/copy-acquired'
import { CopyFound } from '../../../domain/copy/events/copy-found'
import { CopyHandedIn } from '../../../domain/copy/events/copy-handed-in'
import { CopyWithdrawn } from '../../../domain/copy/events/copy-withdrawn'
import type { CopyId, TitleId } from '../../../domain/values/ids'
import { kroner } from '../../../domain/values/ore'
import { branches, newId, withOne, type Step } from './world'

const titles = ['52557240', '52557241', '52557242'].map((title) => title as TitleId)

const acquire: Step = (world, choose) => {
  const copy = newId(world).slice(-10) as CopyId
  const title = choose(titles)!
  world.copies.push({ id: copy, title })
  const about = { group: 'standard' as const, ageLimit: null, price: kroner(200), name: `Bog ${title}`, author: null }
  world.circulation.push(CopyAcquired({ copy, title, branch: choose(branches)!, ...about }, {}))
}

const handIn: Step = (world, choose) =>
  withOne(choose(world.copies.filter(({ loan, lost }) => !loan && !lost)), ({ id: copy, title }) => {
    world.circulation.push(CopyHandedIn({ copy, title, branch: choose(branches)!, handedInOn: world.day }, {}))
  })

const find: Step = (world, choose) =>
  withOne(choose(world.copies.filter(({ lost }) => lost)), (copy) => {
    const open = { copy: copy.id, title: copy.title, branch: choose(branches)!, foundOn: world.day }
    world.circulation.push(CopyFound(open, {}))
    copy.lost = undefined
  })

const withdraw: Step = (world, choose) =>
  withOne(choose(world.copies.filter(({ loan, kept, withdrawn }) => !loan && !kept && !withdrawn)), (copy) => {
    world.circulation.push(CopyWithdrawn({ copy: copy.id, title: copy.title }, {}))
    copy.withdrawn = true
  })

export const copySteps = [acquire, acquire, acquire, handIn, find, withdraw]
