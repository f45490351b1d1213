import type { ReadModel } from '../kernel/read-model'
import { folds } from './folds'
import { copies } from './rows'

/** What the library has, and what becomes of it: facts about copies, none about persons. */
export const copiesModel: ReadModel = { name: 'copies', version: 1, tables: [copies], folds }
