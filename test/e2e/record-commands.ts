import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Bash calls this function for each command that it does not find: here for all but its builtins. */
const recorder = `command_not_found_handle() { printf '%s\\0' "$@"; printf '\\n\\0'; }\nPATH=/no-such-folder\n`

/** The commands of shell lines with their arguments, in order. Bash reads the lines, but runs none of the commands. */
export const recordCommands = (lines: string): ReadonlyArray<ReadonlyArray<string>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-shell-'))
  try {
    const { status, stdout, stderr } = spawnSync('/bin/bash', ['-s'], {
      cwd: folder,
      env: {},
      input: recorder + lines,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`bash cannot run these lines: ${stderr}\n${lines}`)
    return stdout
      .split('\n\0')
      .map((command) => command.split('\0').slice(0, -1))
      .filter(({ length }) => length > 0)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
