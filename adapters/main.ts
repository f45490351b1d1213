#!/usr/bin/env node
import { main } from './composition/main'

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
