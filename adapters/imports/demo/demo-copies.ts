import type { BranchId, CopyId, TitleId } from '../../../domain/values/ids'
import { oreFromKroner, type Ore } from '../../../domain/values/ore'
import type { Volume } from '../../../domain/values/volume'
import type { MaterialGroup } from '../../../domain/policy/material-group'

/** A copy in the demo library. */
export interface DemoCopy {
  readonly copy: CopyId
  readonly title: TitleId
  readonly name: string
  readonly author: string
  readonly branch: BranchId
  readonly group: MaterialGroup
  readonly ageLimit: number | null
  readonly price: Ore
  /** Of a periodical. */
  readonly volume?: Volume
}

/** The two branches of the demo library. */
export const demoMainBranch = 'DK-785100' as BranchId
export const demoHarbourBranch = 'DK-785101' as BranchId

type DemoTitle = readonly [name: string, author: string, copies: number, group?: MaterialGroup, ageLimit?: number]

const demoTitles: ReadonlyArray<DemoTitle> = [
  ['Pelle Erobreren', 'Martin Andersen Nexø', 2],
  ['Lykke-Per', 'Henrik Pontoppidan', 2],
  ['Niels Lyhne', 'J.P. Jacobsen', 1],
  ['Kongens Fald', 'Johannes V. Jensen', 2],
  ['Barndommens gade', 'Tove Ditlevsen', 1],
  ['Den afrikanske farm', 'Karen Blixen', 2],
  ['Syv fantastiske fortællinger', 'Karen Blixen', 1],
  ['Eventyr og historier', 'H.C. Andersen', 3],
  ['Hærværk', 'Tom Kristensen', 1],
  ['Det forsømte forår', 'Hans Scherfig', 2],
  ['Livsens Ondskab', 'Gustav Wied', 1],
  ['Ved Vejen', 'Herman Bang', 1],
  ['Tine', 'Herman Bang', 1],
  ['Jerusalem', 'Selma Lagerlöf', 1],
  ['Peter Plys', 'A.A. Milne', 2, 'short-14'],
  ['Emil fra Lønneberg', 'Astrid Lindgren', 2, 'short-14'],
  ['Ugens avis', 'Redaktionen', 1, 'short-7'],
  ['Dracula', 'Bram Stoker', 1, 'standard', 15],
  ['Slægtsbogen', 'Lokalarkivet', 1, 'not-lent'],
]

const copiesOf = (
  [name, author, count, group = 'standard', ageLimit]: DemoTitle,
  index: number,
): ReadonlyArray<DemoCopy> =>
  Array.from({ length: count }, (_, number) => ({
    copy: String(4_000_000_000 + index * 10 + number) as CopyId,
    title: String(50_000_000 + index) as TitleId,
    name,
    author,
    branch: number % 2 === 0 ? demoMainBranch : demoHarbourBranch,
    group,
    ageLimit: ageLimit ?? null,
    price: oreFromKroner(200),
  }))

/** All copies of the demo library, grouped by title. */
export const demoCopies: ReadonlyArray<DemoCopy> = demoTitles.flatMap(copiesOf)

/** A copy that the simulated days leave alone. */
export const exampleCopy = (place: number, name: string, author: string): DemoCopy => ({
  copy: String(4_000_000_900 + place) as CopyId,
  title: String(50_000_900 + place) as TitleId,
  name,
  author,
  branch: demoMainBranch,
  group: 'standard',
  ageLimit: null,
  price: oreFromKroner(200),
})
