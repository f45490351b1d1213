import type { Volume } from '../../../domain/values/volume'
import { exampleCopy, type DemoCopy } from './demo-copies'

const periodical = exampleCopy(50, 'Læsernes kvartal', 'Redaktionen')

/** Two volumes of one periodical: the first is on the shelf, the second is on loan and reserved. */
const volumes = {
  volumeOnShelf: { ...periodical, volume: '2026/1' as Volume },
  volumeToReserve: {
    ...exampleCopy(51, periodical.name, periodical.author),
    title: periodical.title,
    volume: '2026/2' as Volume,
  },
} as const satisfies Readonly<Record<string, DemoCopy>>

/** Copies of the examples of debts, of queues and of what a borrower or a guardian does. Named by what is done with each. */
export const copiesOfDebtsAndQueues = {
  ...volumes,
  editionToReserve: exampleCopy(52, 'Jane Eyre, ældre udgave', 'Charlotte Brontë'),
  otherEditionToReserve: exampleCopy(53, 'Jane Eyre, ny oversættelse', 'Charlotte Brontë'),
  passedOnLate: exampleCopy(54, 'Muleposen', 'Jeppe Aakjær'),
  inCollectionFileLate: exampleCopy(55, 'Vredens børn', 'Jeppe Aakjær'),
  readyForCollectionLate: exampleCopy(56, 'Rugens sange', 'Jeppe Aakjær'),
  ownLate: exampleCopy(57, 'Babettes gæstebud', 'Karen Blixen'),
  ownLateBeingPaid: exampleCopy(58, 'Ehrengard', 'Karen Blixen'),
  ownOnLoan: exampleCopy(59, 'Skygger på græsset', 'Karen Blixen'),
  childLate: exampleCopy(60, 'Rasmus Klump', 'Carla og Vilhelm Hansen'),
  childLateBeingPaid: exampleCopy(61, 'Rasmus Klump hos pingvinerne', 'Carla og Vilhelm Hansen'),
  ofDeceased: exampleCopy(62, 'Det sidste kapitel', 'Knut Hamsun'),
} as const satisfies Readonly<Record<string, DemoCopy>>
