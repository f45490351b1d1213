import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { ColumnValues } from '../../../../projections/read-model/row-change'

/** A node in a trie of column names and keywords. A node at the end of a statement's words holds the statement. */
export interface StatementTrieNode {
  readonly children: Map<string, StatementTrieNode>
  statement: Statement | undefined
}

export const emptyTrieNode = (): StatementTrieNode => ({ children: new Map(), statement: undefined })

/** The child of a node for a word. Without joining strings, finding a statement is much faster than running it. */
export const childOf = (node: StatementTrieNode, word: string): StatementTrieNode => {
  const child = node.children.get(word)
  if (child !== undefined) return child
  const created = emptyTrieNode()
  node.children.set(word, created)
  return created
}

/** Separates two lists: no column has this name. */
const endOfList = ''
const nullCell = '='

/** Descends by the names of a list. */
export const descendByNames = (
  node: StatementTrieNode,
  names: ReadonlyArray<string> | undefined,
): StatementTrieNode => {
  let current = node
  if (names !== undefined) for (const name of names) current = childOf(current, name)
  return childOf(current, endOfList)
}

/** Descends by column names, and by which of the values are null. */
export const descendByCells = (node: StatementTrieNode, cells: ColumnValues | undefined): StatementTrieNode => {
  let current = node
  for (const name in cells) {
    current = childOf(current, name)
    if (cells[name] === null) current = childOf(current, nullCell)
  }
  return childOf(current, endOfList)
}
