#!/usr/bin/env node
import { main } from './composition/main'
import { exitCode } from './interfaces/cli/exit-code'
import { ignoreBrokenPipe } from './interfaces/cli/terminal/ignore-broken-pipe'
import { nodeVersionRefusal } from './system/node-version'

const run = async (): Promise<number> => {
  for (const stream of [process.stdout, process.stderr]) ignoreBrokenPipe(stream)
  const refusal = nodeVersionRefusal(process.versions.node)
  if (refusal === undefined) return main(process.argv.slice(2))
  process.stderr.write(`${refusal}\n`)
  return exitCode.unavailable
}

void run().then((code) => {
  process.exitCode = code
})
