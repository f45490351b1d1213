import { build, programFolders, testFolder } from '../adapters/setup/build.mjs'

/** Before the tests run: compiles what Node itself loads, such as the files of threads and of child processes. Jest transforms the rest. */
export default () => build([...programFolders, testFolder])
