import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openShortTermRowsOfFolder } from '../../adapters/stores/short-term/file/short-term-rows-of-folder'
import { memoryShortTermRows } from '../../adapters/stores/short-term/memory/memory-short-term-rows'
import { shortTermStoreContract } from './short-term-store-contract'

shortTermStoreContract('in memory', () => {
  const rows = memoryShortTermRows()
  return Promise.resolve({ one: rows, other: rows })
})

const folder = mkdtempSync(path.join(tmpdir(), 'short-term-'))
afterAll(() => rmSync(folder, { recursive: true }))

shortTermStoreContract('of a data folder', async () => {
  const rows = await openShortTermRowsOfFolder(path.join(folder, 'short-term.json'))
  return { one: rows, other: rows }
})
