/** Builds the package that speaks to a hardware module (PKCS#11). Only a ring in such a module needs it. */
import process from 'node:process'
import { buildModuleDriver, isModuleDriverBuilt } from './module-driver.mjs'

const problem = isModuleDriverBuilt() ? undefined : buildModuleDriver()
if (problem !== undefined) {
  console.error(problem.trim())
  console.error('The package pkcs11js could not be built. It needs a C++ compiler, make and Python 3.')
  process.exitCode = 1
}
