import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { leaveMemoryOutOfCoreDumps } from '../../../adapters/system/memory/leave-memory-out-of-core-dumps'

const compiled = path.resolve(__dirname, '../../../dist/adapters/system/memory/leave-memory-out-of-core-dumps.js')

/** Leaves memory out in a process of its own, and prints what the kernel then says of its dumps. */
const program = `
  const answer = require(${JSON.stringify(compiled)}).leaveMemoryOutOfCoreDumps()
  console.log(answer, require('node:fs').readFileSync('/proc/self/coredump_filter', 'utf8').trim())`

describe('a process', () => {
  if (existsSync('/proc/self/coredump_filter'))
    it('leaves all memory out of its core dumps', () => {
      const { stdout } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' })
      expect(stdout.trim()).toBe('true 00000000')
    })

  it('says where it cannot choose what its core dumps hold', () => {
    expect(leaveMemoryOutOfCoreDumps('/nowhere/coredump_filter')).toBe(false)
  })
})
