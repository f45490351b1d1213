import type { KeyObject } from 'node:crypto'
import { answersFromFindings } from './answers-from-findings'
import { compareScopesWithKeys } from './compare-scopes-with-keys'
import { differingClasses, parseDeletionRules, type DeletionRules } from './deletion-rules'
import { logNames } from './exported-event'
import {
  VerificationError,
  livingScopesFile,
  deletionRulesFile,
  readText,
  readTextIfExists,
  type HeadFile,
} from './export-folder'
import { createScopeFold } from './scope-fold'
import { compareKeyFiles, type KeyFiles } from './key-files'
import { readLivingScopesList, type LivingScopesList } from './living-scopes'
import type { NoteKey } from './note-key'
import type { OpenPartOfEvent } from './open-part-of-event'
import type { ReportReadEvents } from './progress-line'
import type { ScopeFoldState } from './scope-fold-state'
import type { AlterationFinding, ClassCount, ExportVerification } from './export-verification'
import { verifyLog, type LogVerification } from './verify-log'

/** What is verified, and by what. */
export interface VerificationRequest {
  readonly folder: string
  /** The public keys of the library that are believed. */
  readonly keys: ReadonlyArray<KeyObject>
  /** The keys of witnesses that are believed. */
  readonly witnesses: ReadonlyArray<NoteKey>
  /** Heads that are known from elsewhere. */
  readonly known: ReadonlyArray<HeadFile>
  readonly rules: DeletionRules
  /** Undefined to believe the signed list. */
  readonly keyFiles: KeyFiles | undefined
}

/** How often each class is there. */
const countByClass = (classes: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const name of classes) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const classCounts = (
  rules: DeletionRules,
  state: ScopeFoldState,
  livingKeys: ReadonlyMap<string, string>,
): ReadonlyArray<ClassCount> => {
  const scopes = [...state.scopes.values()]
  const unerased = countByClass(scopes.map((scope) => scope.class))
  const beingErased = countByClass(scopes.filter(({ run }) => run !== undefined).map((scope) => scope.class))
  const erased = countByClass(state.erased.values())
  const living = countByClass(livingKeys.values())
  return [...rules.values()].map(({ class: name, provedBy }) => ({
    ...{ class: name, provedBy },
    named: (unerased.get(name) ?? 0) + (erased.get(name) ?? 0),
    erased: erased.get(name) ?? 0,
    beingErased: beingErased.get(name) ?? 0,
    living: living.get(name) ?? 0,
  }))
}

const alterationsOfList = ({ problem }: LivingScopesList): ReadonlyArray<AlterationFinding> =>
  problem === undefined ? [] : [{ kind: 'list', problem }]

const alterationsOfKeyFiles = (library: string, files: KeyFiles | undefined): ReadonlyArray<AlterationFinding> => {
  const libraries = files?.libraries.filter((other) => other !== library) ?? []
  return libraries.length === 0 ? [] : [{ kind: 'otherLibrary', libraries }]
}

const rulesOfExport = (folder: string, used: DeletionRules): ReadonlyArray<string> => {
  const text = readTextIfExists(deletionRulesFile(folder))
  const rules = text === undefined ? undefined : parseDeletionRules(text)
  return differingClasses(used, rules ?? new Map())
}

/**
 * Verifies an export, without the library and without any of its keys but the public one. `report` gets how far the logs
 * are read. Throws VerificationError when a file is
 * missing, or cannot be one of an export.
 */
export const verifyExport = async (
  request: VerificationRequest,
  report: ReportReadEvents = () => undefined,
): Promise<ExportVerification> => {
  const { folder, keys, rules, keyFiles } = request
  const list = readLivingScopesList(readText(livingScopesFile(folder)), keys)
  if (list === undefined)
    throw new VerificationError(
      `${livingScopesFile(folder)} is no list of living scopes of this version: verify an older export with the program of its time`,
    )
  const { library, holds, circulation, persons } = list.statement
  const asOf = { circulation: circulation.asOf, persons: persons.asOf }
  const fold = createScopeFold(rules, keys)
  const logs: LogVerification[] = []
  for (const log of logNames) {
    const signed = list.statement[log]
    const apply = (part: OpenPartOfEvent): boolean => fold.apply(log, part)
    const reportRead = (events: number): void => {
      report(log, events, signed.events)
    }
    logs.push(await verifyLog({ ...request, library, signed, apply, reportRead }, log))
  }
  const { state } = fold
  const isErased = (scope: string): boolean => state.erased.has(scope)
  const isNamed = (scope: string): boolean => state.scopes.has(scope) || isErased(scope)
  const inFiles = keyFiles && compareKeyFiles(rules, isNamed, isErased, list.living, keyFiles)
  const living = inFiles?.living ?? list.living
  const findings: ExportVerification['findings'] = {
    scopes: compareScopesWithKeys(rules, state, living, asOf),
    notListed: inFiles?.notListed ?? [],
    alterations: [
      ...alterationsOfList(list),
      ...alterationsOfKeyFiles(library, keyFiles),
      ...logs.flatMap(({ alterations }) => alterations),
    ],
    heads: logs.flatMap(({ heads }) => heads),
    certificates: logs.flatMap(({ certificates }) => certificates),
    events: logs.flatMap(({ events }) => events),
  }
  return {
    ...{ library, asOf, holds, findings },
    answers: answersFromFindings(findings, holds),
    alteredEvents: logs.reduce((sum, { alteredEvents }) => sum + alteredEvents, 0),
    logs: logs.map(({ protection }) => protection),
    classes: classCounts(rules, state, living),
    lostKeys: state.lost.size,
    otherRules: rulesOfExport(folder, rules),
    keyFiles: inFiles ? { destroyedSince: inFiles.destroyedSince, unnamedInPersons: inFiles.unnamedInPersons } : null,
  }
}
