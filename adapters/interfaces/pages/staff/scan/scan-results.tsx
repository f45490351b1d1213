import type { ComponentChildren, JSX } from 'preact'
import { useFrame, useText, type FormProblem, type RefusedForm } from '../../layout/page-frame'
import { isReasonWrong, overrideReasonField } from '../override/override-field'
import { staffAssets } from '../staff-assets'
import { scanField } from './scan-form'
import { ScanOutcome } from './scan-outcome'
import { scanTexts as texts } from './scan-texts'

interface RefusedScanProps {
  /** What else can be done. */
  readonly children?: ComponentChildren
}

/** What is wrong with what was scanned. What is wrong with another field stands beside that field. */
const textsOfCode = ({ detail, textByPointer }: FormProblem): ReadonlyArray<string> =>
  Object.entries(textByPointer)
    .filter(([pointer, why]) => pointer !== `/${overrideReasonField}` && why !== detail)
    .map(([, why]) => why)

/** What is wrong, in large words: the number, the reason for overriding a refusal, or else what the problem says. */
const useWords = (problem: FormProblem): string => {
  const text = useText()
  if (textsOfCode(problem).length > 0) return text(texts.wrongCode)
  if (!isReasonWrong(problem)) return problem.detail
  return problem.mayBeOverridden ? problem.title : text(texts.wrongReason)
}

const Refused = ({ refused, children }: RefusedScanProps & { readonly refused: RefusedForm }): JSX.Element => (
  <ScanOutcome kind="refuse" words={useWords(refused.problem)}>
    {textsOfCode(refused.problem).map((why) => (
      <p>{why}</p>
    ))}
    <p class="outcome-code">{refused.fields[scanField]}</p>
    {children}
  </ScanOutcome>
)

/** Why the form of the page was refused, in large words. */
export const RefusedScan = ({ children }: RefusedScanProps): JSX.Element | null => {
  const { refused } = useFrame()
  return refused === undefined ? null : <Refused refused={refused}>{children}</Refused>
}

/** What the script of the scans shows when a scan was not sent. */
const FailureTemplates = (): JSX.Element => {
  const text = useText()
  const templates = [
    { id: 'scan-not-sent', words: texts.notSent, detail: texts.notSentText },
    { id: 'scan-logged-out', words: texts.loggedOut, detail: texts.loggedOutText },
  ]
  return (
    <>
      {templates.map(({ id, words, detail }) => (
        <template id={id}>
          <ScanOutcome kind="refuse" words={text(words)}>
            <p>{text(detail)}</p>
            <p data-code="" />
          </ScanOutcome>
        </template>
      ))}
    </>
  )
}

const Unsent = (): JSX.Element => {
  const text = useText()
  return (
    <div class="alert alert-error" role="alert" hidden data-scan-unsent="">
      <p class="alert-heading">
        {text(texts.unsent)} <span data-count="" />
      </p>
      <button type="button" class="button button-secondary">
        {text(texts.sendAgain)}
      </button>
    </div>
  )
}

const SoundSwitch = (): JSX.Element => {
  const text = useText()
  return (
    <div class="form-group-checkbox" hidden>
      <input type="checkbox" class="form-checkbox" id="sound" data-sound-switch="" />
      <label for="sound">{text(texts.sound)}</label>
    </div>
  )
}

interface ScanResultsProps {
  readonly latest: JSX.Element | null
  /** What stands between the latest scan and the lines of all. */
  readonly children?: ComponentChildren
}

/**
 * What became of the scans: the latest in large words, which are read out, and a line for each scan on this page. The
 * server keeps no list of them.
 */
export const ScanResults = ({ latest, children }: ScanResultsProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <section class="scan-latest" aria-label={text(texts.latest)} aria-live="assertive" data-scan-latest="">
        {latest ?? <RefusedScan />}
      </section>
      <Unsent />
      {children}
      <SoundSwitch />
      <ol class="scan-lines" aria-label={text(texts.lines)} data-scan-lines="" />
      <FailureTemplates />
      <script type="module" src={staffAssets.scanScript} />
    </>
  )
}
