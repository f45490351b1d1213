import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { ColumnValues } from '../../../../projections/read-model/row-change'

/** A node in a trie of column names and keywords. A node at the end of a statement's words holds the statement. */
export interface SqlStatementTrieNode {
  readonly children: Map<string, SqlStatementTrieNode>
  statement: Statement | undefined
}

export const createSqlStatementTrieNode = (): SqlStatementTrieNode => ({ children: new Map(), statement: undefined })

/** The child of a node for a word. Without joining strings, finding a statement is much faster than running it. */
export const findOrAddTrieChild = (node: SqlStatementTrieNode, word: string): SqlStatementTrieNode => {
  const child = node.children.get(word)
  if (child !== undefined) return child
  const created = createSqlStatementTrieNode()
  node.children.set(word, created)
  return created
}

/** Separates two lists: no column has this name. */
const endOfList = ''
const nullCell = '='

/** Descends by the names of a list. */
export const findOrAddSqlStatementTrieNode = (
  node: SqlStatementTrieNode,
  names: ReadonlyArray<string> | undefined,
): SqlStatementTrieNode => {
  let current = node
  if (names !== undefined) for (const name of names) current = findOrAddTrieChild(current, name)
  return findOrAddTrieChild(current, endOfList)
}

/** Descends by column names, and by which of the values are null. */
export const trieNodeOfColumnValues = (
  node: SqlStatementTrieNode,
  cells: ColumnValues | undefined,
): SqlStatementTrieNode => {
  let current = node
  for (const name in cells) {
    current = findOrAddTrieChild(current, name)
    if (cells[name] === null) current = findOrAddTrieChild(current, nullCell)
  }
  return findOrAddTrieChild(current, endOfList)
}
