import { CopyAcquired } from '../../../domain/copy/events/copy-acquired'
import { CopyFound } from '../../../domain/copy/events/copy-found'
import { CopyHandedIn } from '../../../domain/copy/events/copy-handed-in'
import { CopyMissing } from '../../../domain/copy/events/copy-missing'
import { ShelfMarkChanged } from '../../../domain/copy/events/shelf-mark-changed'
import { CopyWithdrawn } from '../../../domain/copy/events/copy-withdrawn'
import type { CopyId, TitleId } from '../../../domain/values/ids'
import type { Volume } from '../../../domain/values/volume'
import { oreFromKroner } from '../../../domain/values/ore'
import { historyBranches, nextId, ifPresent, type HistoryStep } from './history-state'

const titles = ['52557240', '52557241', '52557242'].map((title) => title as TitleId)

const acquire: HistoryStep = (history, choose) => {
  const copy = nextId(history).slice(-10) as CopyId
  const title = choose(titles)!
  history.copies.push({ id: copy, title })
  const about = {
    group: 'standard' as const,
    ageLimit: null,
    price: oreFromKroner(200),
    name: `Bog ${title}`,
    author: null,
    volume: choose([null, '2026/3' as Volume]) ?? null,
  }
  history.circulation.push(CopyAcquired({ copy, title, branch: choose(historyBranches)!, ...about }, {}))
}

const handIn: HistoryStep = (history, choose) =>
  ifPresent(choose(history.copies.filter(({ loan, lost }) => !loan && !lost)), ({ id: copy, title }) => {
    history.circulation.push(
      CopyHandedIn({ copy, title, branch: choose(historyBranches)!, handedInOn: history.day }, {}),
    )
  })

const miss: HistoryStep = (history, choose) =>
  ifPresent(choose(history.copies.filter(({ loan, lost, reservedFor }) => !loan && !lost && !reservedFor)), (copy) => {
    const open = { copy: copy.id, title: copy.title, branch: choose(historyBranches)!, missedOn: history.day }
    history.circulation.push(CopyMissing(open, {}))
  })

const changeShelfMark: HistoryStep = (history, choose) =>
  ifPresent(choose(history.copies), ({ id: copy }) => {
    history.circulation.push(ShelfMarkChanged({ copy, shelfMark: '86' }, {}))
  })

const find: HistoryStep = (history, choose) =>
  ifPresent(choose(history.copies.filter(({ lost }) => lost)), (copy) => {
    const open = { copy: copy.id, title: copy.title, branch: choose(historyBranches)!, foundOn: history.day }
    history.circulation.push(CopyFound(open, {}))
    copy.lost = undefined
  })

const withdraw: HistoryStep = (history, choose) =>
  ifPresent(
    choose(history.copies.filter(({ loan, reservedFor, withdrawn }) => !loan && !reservedFor && !withdrawn)),
    (copy) => {
      history.circulation.push(CopyWithdrawn({ copy: copy.id, title: copy.title }, {}))
      copy.withdrawn = true
    },
  )

export const copySteps = [acquire, acquire, acquire, handIn, miss, changeShelfMark, find, withdraw]
