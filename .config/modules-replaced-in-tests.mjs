/** Modules of the program that a fixture of the same name replaces in tests: those that start a thread or a process. */
export const modulesReplacedInTests = /\/(start-(?:thread|child-process|module-process))$/
