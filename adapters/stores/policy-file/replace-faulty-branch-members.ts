import { Day } from '../../../domain/values/day'
import { isJsonObject, type JsonObject } from './json-object'

/** A branch whose closing day is wrong closes some day: what takes over from it can be checked. */
const someDay = '9999-12-31' as Day

const comparable = (branch: JsonObject): JsonObject => ({
  ...branch,
  name: { da: '-', en: '-' },
  ...('closedFrom' in branch && !Day.is(branch['closedFrom']) ? { closedFrom: someDay } : {}),
})

/**
 * A policy file in which a branch needs only its code: a name that is missing or wrong, and a closing day that is wrong,
 * are replaced. So the contradictions between the branches, and with the versions, are found.
 */
export const replaceFaultyBranchMembers = (file: unknown): unknown =>
  isJsonObject(file) && Array.isArray(file['branches'])
    ? {
        ...file,
        branches: file['branches'].map((branch: unknown) => (isJsonObject(branch) ? comparable(branch) : branch)),
      }
    : file
