import { findSharedOpenMembers } from './find-shared-open-values'
import type { AttackerKnowledge } from './attacker-knowledge'

/** For records: another record that an attacker believes to be of the same borrower. */
export type Links = ReadonlyMap<string, string>

/** A group that is larger tells too little of any two of its members. */
const largestGroup = 200

/** Links each member of a group with the next one, in a circle. */
const linksOfGroups = (groups: Iterable<ReadonlyArray<string>>): Links => {
  const links = new Map<string, string>()
  for (const group of groups) {
    const members = [...new Set(group)]
    if (members.length < 2 || members.length > largestGroup) continue
    for (const [index, member] of members.entries())
      if (!links.has(member)) links.set(member, members[(index + 1) % members.length] ?? member)
  }
  return links
}

const linksInOrder = (ordered: ReadonlyArray<string>): Links =>
  new Map(ordered.flatMap((id, index) => (index === 0 ? [] : [[id, ordered[index - 1] ?? id] as const])))

/** The days on which the log itself says something of a record, as numbers. */
const daysOfRecords = ({ circulation }: AttackerKnowledge): ReadonlyMap<string, ReadonlySet<number>> => {
  const days = new Map<string, Set<number>>()
  const add = (id: string, day: number): void => void days.set(id, (days.get(id) ?? new Set()).add(day))
  for (const { event, record, time } of circulation) {
    if (record !== undefined) add(record, Math.floor(time))
    const { scopes } = event.openPart
    if (event.type === 'ErasureDue' && Array.isArray(scopes))
      for (const { scope } of scopes as ReadonlyArray<{ readonly scope: string }>) add(scope, Math.floor(time))
  }
  return days
}

/** Records that changed together in a list of the copies although the log says nothing of them then. */
const linksByChanges = (knowledge: AttackerKnowledge): ReadonlyMap<string, Links> => {
  const days = daysOfRecords(knowledge)
  const copyDays = [...new Set(knowledge.changes.map(({ day }) => day))].sort((one, other) => one - other)
  const before = new Map(copyDays.map((day, index) => [day, copyDays[index - 1] ?? -1]))
  const groups = new Map<string, ReadonlyArray<string>[]>()
  for (const { source, day, ids } of knowledge.changes) {
    const isExplained = (id: string): boolean =>
      [...(days.get(id) ?? [])].some((known) => known <= day && known > (before.get(day) ?? -1) - 1)
    const known = groups.get(source) ?? []
    groups.set(source, [...known, ids.filter((id) => days.has(id) && !isExplained(id))])
  }
  return new Map([...groups].map(([source, of]) => [`changed together in ${source}`, linksOfGroups(of)]))
}

const groupsOf = <A>(members: ReadonlyArray<A>, keyOf: (member: A) => string, idOf: (member: A) => string) => {
  const groups = new Map<string, string[]>()
  for (const member of members) {
    const group = groups.get(keyOf(member))
    if (group === undefined) groups.set(keyOf(member), [idOf(member)])
    else group.push(idOf(member))
  }
  return groups.values()
}

/** Every strategy that links two records of one borrower. */
export const linkStrategiesOf = (knowledge: AttackerKnowledge): ReadonlyMap<string, Links> => {
  const loans = knowledge.circulation.filter(({ event }) => event.type === 'LoanStarted')
  const idOf = ({ record }: (typeof loans)[number]): string => record ?? ''
  const runs = knowledge.circulation.flatMap(({ event }) =>
    event.type === 'ErasureDue'
      ? (event.openPart['scopes'] as ReadonlyArray<{ readonly scope: string }>).map(({ scope }) => scope)
      : [],
  )
  return new Map<string, Links>([
    ['the loan before it in the log', linksInOrder(loans.map(idOf))],
    ['the scope before it in an erasure', linksInOrder(runs)],
    ['the same copy', linksOfGroups(groupsOf(loans, ({ event }) => String(event.openPart['copy']), idOf))],
    ['the same sealed size', linksOfGroups(groupsOf(loans, ({ event }) => `${event.recorded.slice(0, 7)} ${String(event.sealed.length)}`, idOf))], // prettier-ignore
    ['a shared open value', linksOfGroups(findSharedOpenMembers(knowledge.events))],
    ['a key without a borrower', linksOfGroups([knowledge.hollow])],
    ...linksByChanges(knowledge),
    ...[...knowledge.places].map(
      ([file, places]) => [`next to it in ${file}`, linksInOrder(places.map(({ id }) => id))] as const,
    ),
  ])
}
